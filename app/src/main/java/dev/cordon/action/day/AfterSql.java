package dev.cordon.action.day;

/** The statements about care, minutes, lessons and the day looked back on. */
final class AfterSql {

  static final String OWNER =
      """
      select agency_id, action_day_id from cordon.site where operation_id = :operation and id = :site
      """;

  static final String ADD_CARE =
      """
      insert into cordon.welfare_record (id, operation_id, agency_id, action_day_id, site_id, whom, step, done_at, recorded_by)
      values (:id, :operation, :agency, :day, :site, :whom, :step, :done, cordon.current_member())
      """;

  static final String CARE =
      """
      select w.id, w.whom, w.step, w.done_at, coalesce(m.display_name, 'a member') as recorder, x.words
      from cordon.welfare_record w left join cordon.member m on m.id = w.recorded_by
      left join cordon.site_words x on x.id = w.id
      where w.operation_id = :operation and w.site_id = :site order by w.done_at, w.id
      """;

  static final String DUE =
      """
      select site_id, number, country, whom, due_at, done_at, due_at < now() as late from cordon.welfare_due
      where operation_id = :operation and action_day_id = :day and done_at is null order by due_at, number, whom limit 500
      """;

  static final String OVERDUE =
      """
      select count(*) from cordon.welfare_due where operation_id = :operation and done_at is null and due_at < now()
      """;

  static final String ADD_NOTE =
      """
      insert into cordon.day_note (id, operation_id, agency_id, action_day_id, kind, happened_at, words, written_by)
      values (:id, :operation, :agency, :day, :kind, :at, :words, cordon.current_member())
      """;

  static final String NOTES =
      """
      select n.kind, n.happened_at, n.words, coalesce(m.display_name, 'a member') as writer, a.country
      from cordon.day_note n left join cordon.member m on m.id = n.written_by left join cordon.agency a on a.id = n.agency_id
      where n.operation_id = :operation and n.action_day_id = :day order by n.kind, n.happened_at, n.id limit 1000
      """;

  /**
   * Of reports from sites those of the day's sites; of reports from other systems those of its
   * dates, wherever on earth it was that date.
   */
  static final String MEASURES =
      """
      with of_day as (
        select m.id, m.country, m.kind
        from cordon.standing_measure m
        join cordon.action_day d on d.operation_id = m.operation_id and d.id = :day
        left join cordon.day_report r on r.id = m.day_report_id
        where m.operation_id = :operation and case when m.day_report_id is not null then r.action_day_id = d.id
          else m.happened_at >= (d.starts_on::timestamp at time zone 'UTC') - interval '14 hours'
            and m.happened_at < ((d.ends_on + 1)::timestamp at time zone 'UTC') + interval '12 hours' end)
      select country, kind, count(*) as counted from of_day group by country, kind
      union all
      select o.country, 'item', count(*) from of_day o join cordon.seized_item i on i.measure_id = o.id group by o.country
      """;

  private AfterSql() {}
}
