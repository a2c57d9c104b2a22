package dev.cordon.action.day;

/** The statements of the board. */
final class BoardSql {

  static final String DAY =
      """
      select d.id, d.name, d.starts_on, d.ends_on, d.overdue_minutes, d.silent_minutes, a.aborted_at
      from cordon.action_day d left join cordon.action_abort a on a.action_day_id = d.id
      where d.operation_id = :operation and d.id = :day
      """;

  static final String HIDDEN =
      """
      select cast(cordon.hidden('site') as text) from cordon.action_day
      where operation_id = :operation and id = :day
      """;

  /**
   * A site nobody reported from here stands as another system told by a moment (null: by now):
   * entered and left, and what it reported of the person the site was planned for. As it was known,
   * it was entered once the first of that came in.
   */
  static final String SITES =
      """
      select s.id, s.number, s.agency_id, s.country, s.time_zone, s.planned_at, t.safe_at, t.searching_at, t.reports, t.doubted,
        t.persons_met, case when o.told then e.arrests else t.arrests end as arrests,
        case when o.told then e.interviews else t.interviews end as interviews,
        case when o.told then e.items else t.items end as items, t.wrong_place, coalesce(t.asked, '{}') as asked, o.told,
        case when p.ended then 'ended' when p.entered then 'entered' when o.told then 'planned' else t.progress end as progress,
        case when p.entered then s.started_at when not o.told then t.entered_at end as entered_at,
        case when p.ended then s.ended_at when not o.told then t.ended_at end as ended_at,
        case when p.ended then s.ended_at when p.entered then s.started_at when not o.told then t.last_at end as last_at
      from cordon.site s left join cordon.site_state t on t.site_id = s.id
      cross join lateral (select coalesce(t.reports, 0) = 0 and s.started_at is not null,
        coalesce(cast(:moment as timestamptz), 'infinity')) o(told, moment)
      left join lateral (
        select count(*) filter (where m.kind = 'arrest') as arrests, count(*) filter (where m.kind = 'interview') as interviews,
          coalesce(sum((select count(*) from cordon.seized_item i where i.measure_id = m.id)), 0) as items,
          min(r.received_at) as known_at
        from cordon.field_report_state r
        join cordon.standing_measure m on m.field_report_id = r.id and m.day_report_id is null
        where o.told and r.operation_id = :operation
          and (r.package_subject_id = s.package_subject_id or r.received_subject_id = s.received_subject_id)
          and case when :known then r.received_at else m.happened_at end <= o.moment) e on true
      cross join lateral (select o.told and (not :known or e.known_at is not null), o.moment) k(known, moment)
      cross join lateral (select k.known and s.started_at <= k.moment,
        k.known and s.ended_at is not null and s.ended_at <= k.moment) p(entered, ended)
      where s.operation_id = :operation and s.action_day_id = :day
      order by s.country, s.planned_at, s.number limit 5000
      """;

  static final String WELFARE =
      """
      select country, count(*) filter (where done_at is null and due_at < :now) as overdue,
        count(*) filter (where done_at is null) as open
      from cordon.welfare_due where operation_id = :operation and action_day_id = :day group by country
      """;

  static final String WAITS =
      """
      select a.country, string_agg(d.words, '; ' order by d.set_at) as words
      from cordon.day_dependency d join cordon.agency a on a.id = d.agency_id
      where d.operation_id = :operation and d.action_day_id = :day group by a.country
      """;

  private BoardSql() {}
}
