package dev.cordon.action.day;

/** The statements about reports, devices and what is kept aside. */
final class ReportSql {

  static final String SITE =
      """
      select s.id, s.agency_id, s.action_day_id, s.number, s.package_subject_id, s.authority, s.legal_reference, s.country,
        ps.subject_id, s.received_subject_id
      from cordon.site s left join cordon.dispatched_subject ps on ps.id = s.package_subject_id
      where s.operation_id = :operation and s.id = :site and s.agency_id = :agency
      """;

  static final String KNOWN =
      """
      select content_sha256 from cordon.day_report where operation_id = :operation and id = :report
      """;

  static final String DEVICE_STANDS =
      """
      select exists (select from cordon.field_device d where d.operation_id = :operation and d.id = :device
        and d.member_id = cordon.current_member()
        and not exists (select from cordon.field_device_end e where e.device_id = d.id))
      """;

  static final String BEGIN_STATE =
      """
      insert into cordon.site_state (site_id, operation_id, agency_id, action_day_id)
      values (:site, :operation, :agency, :day) on conflict (site_id) do nothing
      """;

  static final String LOCK_STATE =
      """
      select site_id from cordon.site_state where site_id = :site for update
      """;

  static final String ADD =
      """
      insert into cordon.day_report (id, operation_id, agency_id, action_day_id, site_id, kind, resource, device_id,
        device_sequence, device_at, utc_offset_seconds, clock_offset_seconds, placed_at, sent_at, clock_doubted, corrects,
        content_sha256, reported_by)
      values (:id, :operation, :agency, :day, :site, :kind, :resource, :device, :sequence, :at, :utcOffset, :clockOffset,
        :placed, :sent, :doubted, :corrects, :digest, cordon.current_member())
      on conflict (id) do nothing
      """;

  static final String ADD_WORDS =
      """
      insert into cordon.site_words (id, operation_id, agency_id, action_day_id, site_id, words)
      values (:id, :operation, :agency, :day, :site, :words)
      """;

  private static final String REPORT =
      """
      select r.*, w.words, coalesce(m.display_name, 'a member') as reporter
      from cordon.day_report r
      left join cordon.site_words w on w.id = r.id
      left join cordon.member m on m.id = r.reported_by
      """;

  static final String OF_SITE = REPORT + " where r.operation_id = :operation and r.site_id = :site";

  /** Bare, for folding: no words, no names. */
  static final String FOLDED =
      """
      select r.*, null::text as words, '' as reporter from cordon.day_report r where r.site_id = :site
      """;

  static final String OF_DAY =
      """
      select r.*, null::text as words, '' as reporter from cordon.day_report r
      where r.operation_id = :operation and r.action_day_id = :day
      """;

  static final String WRITE_STATE =
      """
      update cordon.site_state set progress = :progress, entered_at = :entered, safe_at = :safe, searching_at = :searching,
        ended_at = :ended, last_at = :last, reports = :reports, corrected = :corrected, doubted = :doubted,
        persons_met = :met, arrests = :arrests, interviews = :interviews, items = :items, wrong_place = :wrong,
        asked = cast(:asked as text[])
      where site_id = :site
      """;

  static final String WRITE_SITE =
      """
      update cordon.site s set started_at = n.entered, ended_at = case when n.ended >= n.entered then n.ended end
      from (select cast(:entered as timestamptz) as entered, cast(:ended as timestamptz) as ended) n
      where s.id = :site and (n.entered is null or not exists (select from cordon.action_abort a
        where a.action_day_id = s.action_day_id and n.entered > a.aborted_at))
      """;

  static final String ADD_ASIDE =
      """
      insert into cordon.day_report_aside (id, operation_id, agency_id, report_id, reason, content, content_sha256, received_by)
      values (:id, :operation, :agency, :report, :reason, :content, :digest, cordon.current_member())
      on conflict (operation_id, agency_id, report_id, content_sha256) do nothing
      """;

  private static final String ASIDE =
      """
      select a.*, e.outcome, e.reason as end_reason, coalesce(m.display_name, 'a member') as sender
      from cordon.day_report_aside a left join cordon.day_report_aside_end e on e.aside_id = a.id
      left join cordon.member m on m.id = a.received_by
      """;

  static final String ASIDES =
      ASIDE
          + """
          where a.operation_id = :operation order by (e.aside_id is not null), a.received_at desc, a.id
          limit :limit offset :offset
          """;

  static final String COUNT_ASIDES =
      """
      select count(*) from cordon.day_report_aside where operation_id = :operation
      """;

  static final String OPEN_ASIDES =
      """
      select count(*) from cordon.day_report_aside a where a.operation_id = :operation
        and not exists (select from cordon.day_report_aside_end e where e.aside_id = a.id)
      """;

  static final String FIND_ASIDE = ASIDE + " where a.operation_id = :operation and a.id = :aside";

  static final String END_ASIDE =
      """
      insert into cordon.day_report_aside_end (aside_id, operation_id, agency_id, outcome, reason, decided_by)
      select a.id, a.operation_id, a.agency_id, :outcome, :reason, cordon.current_member()
      from cordon.day_report_aside a where a.operation_id = :operation and a.id = :aside
      on conflict (aside_id) do nothing
      """;

  static final String ADD_DEVICE =
      """
      insert into cordon.field_device (id, operation_id, agency_id, member_id, name)
      values (:id, :operation, :agency, cordon.current_member(), :name)
      """;

  static final String END_DEVICE =
      """
      insert into cordon.field_device_end (device_id, operation_id, agency_id, reason, ended_by)
      select d.id, d.operation_id, d.agency_id, :reason, cordon.current_member() from cordon.field_device d
      where d.operation_id = :operation and d.id = :device on conflict (device_id) do nothing
      """;

  static final String DEVICES =
      """
      select d.*, e.ended_at, e.reason, coalesce(m.display_name, 'a member') as holder, a.name as agency_name
      from cordon.field_device d join cordon.agency a on a.id = d.agency_id
      left join cordon.field_device_end e on e.device_id = d.id
      left join cordon.member m on m.id = d.member_id
      where d.operation_id = :operation order by (e.device_id is not null), d.registered_at desc, d.id
      limit :limit offset :offset
      """;

  static final String COUNT_DEVICES =
      """
      select count(*) from cordon.field_device where operation_id = :operation
      """;

  static final String OWN_DEVICE =
      """
      select d.agency_id, d.member_id from cordon.field_device d where d.operation_id = :operation and d.id = :device
      """;

  /** An officer in teams is offered their sites; one in none the sites of the agency. */
  static final String FIELD_SITES =
      """
      with own as (
        select s.*, exists (select from cordon.team_member t where t.team_id = s.team_id
          and t.member_id = cordon.current_member() and t.left_at is null) as mine
        from cordon.site s join cordon.action_day d on d.id = s.action_day_id
        where s.operation_id = :operation and s.agency_id = :agency
          and d.ends_on >= current_date - 3 and (s.ended_at is null or s.ended_at > now() - interval '12 hours')
      )
      select o.id, o.number, o.time_zone, o.planned_at, o.action_day_id, coalesce(t.progress, 'planned') as progress
      from own o left join cordon.site_state t on t.site_id = o.id
      where o.mine or not exists (select from own m where m.mine)
      order by o.planned_at, o.number limit 60
      """;

  private ReportSql() {}
}
