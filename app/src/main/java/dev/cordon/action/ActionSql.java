package dev.cordon.action;

/** The statements of this package. */
final class ActionSql {

  static final String ADD_DAY =
      """
      insert into cordon.action_day (id, operation_id, name, starts_on, ends_on, overdue_minutes, silent_minutes, created_by)
      values (:id, :operation, :name, :startsOn, :endsOn, :overdue, :silent, :member)
      """;

  static final String DAYS =
      """
      select d.*, (select count(*) from cordon.site s where s.action_day_id = d.id) as sites, a.aborted_at
      from cordon.action_day d left join cordon.action_abort a on a.action_day_id = d.id
      where d.operation_id = :operation order by d.starts_on, d.name limit 200
      """;

  static final String DAY =
      """
      select d.*, (select count(*) from cordon.site s where s.action_day_id = d.id and s.started_at is null) as sites,
        a.aborted_at
      from cordon.action_day d left join cordon.action_abort a on a.action_day_id = d.id
      where d.operation_id = :operation and d.id = :day
      """;

  static final String ABORT =
      """
      insert into cordon.action_abort (operation_id, action_day_id, approval_id, aborted_by)
      values (:operation, :day, :approval, cordon.current_member())
      """;

  static final String ADD_SITE =
      """
      insert into cordon.site (id, operation_id, agency_id, action_day_id, label, country, time_zone, planned_at,
        package_subject_id, received_subject_id, planned_by)
      select :id, d.operation_id, a.id, d.id, :label, a.country, :zone, :plannedAt, :packageSubject, r.id, :member
      from cordon.action_day d cross join cordon.agency a
      left join cordon.received_subject r on r.operation_id = d.operation_id and r.agency_id = a.id
        and r.id = cast(:receivedSubject as uuid)
      where d.operation_id = :operation and d.id = :day and a.id = :agency
        and (r.id is not null or cast(:receivedSubject as uuid) is null)
      """;

  static final String SITES =
      """
      select s.*, a.name as agency_name, coalesce(ps.subject_number, rs.number) as subject_number,
        (select count(*) from cordon.warrant w where w.site_id = s.id and w.kind = 'search'
          and s.planned_at between w.valid_from and w.valid_until) as warrants
      from cordon.site s join cordon.agency a on a.id = s.agency_id
      left join cordon.package_subject ps on ps.id = s.package_subject_id
      left join cordon.received_subject rs on rs.id = s.received_subject_id
      where s.operation_id = :operation and s.action_day_id = :day
      order by s.planned_at, s.country, s.label limit :limit offset :offset
      """;

  static final String COUNT_SITES =
      """
      select count(*) from cordon.site where operation_id = :operation and action_day_id = :day
      """;

  static final String SITE =
      """
      select s.agency_id, s.started_at, s.ended_at, a.aborted_at
      from cordon.site s left join cordon.action_abort a on a.action_day_id = s.action_day_id
      where s.operation_id = :operation and s.id = :site
      """;

  static final String ADD_WARRANT =
      """
      insert into cordon.warrant (id, operation_id, agency_id, site_id, kind, issued_by, reference, valid_from,
        valid_until, legal_reference, recorded_by)
      values (:id, :operation, :agency, :site, :kind, :issuedBy, :reference, :validFrom, :validUntil, :legalReference,
        :member)
      """;

  static final String START_SITE =
      """
      update cordon.site set started_at = :at where operation_id = :operation and id = :site and started_at is null
      """;

  static final String END_SITE =
      """
      update cordon.site set ended_at = :at
      where operation_id = :operation and id = :site and started_at <= :at and ended_at is null
      """;

  static final String KNOWN_REPORT =
      """
      select id, content_sha256 from cordon.field_report
      where operation_id = :operation and agency_id = :agency and report = :report
      """;

  static final String ADD_REPORT =
      """
      insert into cordon.field_report (id, operation_id, agency_id, report, country, officer, kind, happened_at,
        utc_offset_seconds, given, family, birth_year, address_line, postcode, city, address_country, visit, note, late,
        content_sha256, received_by)
      values (:id, :operation, :agency, :report, :country, :officer, :kind, :at, :offset, :given, :family, :birthYear,
        :line, :postcode, :city, :addressCountry, :visit, :note,
        exists (select from cordon.field_report later where later.operation_id = :operation
          and later.agency_id = :agency and later.happened_at > :at),
        :digest, :member)
      on conflict (operation_id, agency_id, report) do nothing
      """;

  static final String ADD_RECEIPT =
      """
      insert into cordon.field_report_receipt (report_id, operation_id, agency_id, statement, entry_id)
      values (:report, :operation, :agency, :statement, :entry)
      """;

  static final String RECEIPT =
      """
      select r.statement, o.entry_id, o.salt, o.record_ids from cordon.field_report_receipt r
      join cordon.report_opening(r.report_id) o on true
      where r.operation_id = :operation and r.report_id = :report
      """;

  static final String ADD_MATCH =
      """
      insert into cordon.report_match (id, operation_id, agency_id, field_report_id, package_subject_id, subject_id,
        received_subject_id, rule, why, matched_by)
      values (:id, :operation, :agency, :report, :packageSubject, :subject, :receivedSubject, :rule, :why, :member)
      """;

  static final String WITHDRAW_MATCH =
      """
      update cordon.report_match set withdrawn_at = now(), withdrawn_by = :member, withdrawn_reason = :reason
      where operation_id = :operation and field_report_id = :report and withdrawn_at is null
      """;

  static final String HELD_PERSONS =
      """
      with held as (
        select d.id, d.subject_id, d.subject_number as number, r.kind, r.value, r.id as record
        from cordon.dispatched_subject d
        left join cordon.package_record r on r.package_subject_id = d.id
          and r.kind in ('PERSON_NAME', 'ADDRESS', 'POSTCODE', 'CITY')
        where d.operation_id = :operation and d.agency_id = :agency
        union all
        select s.id, null, s.number, r.kind, r.value, r.id
        from cordon.received_state p
        join cordon.received_subject s on s.received_id = p.id
        left join cordon.received_record r on r.received_subject_id = s.id and r.concerns = 'subject'
          and r.kind in ('PERSON_NAME', 'ADDRESS', 'POSTCODE', 'CITY')
        where p.operation_id = :operation and p.agency_id = :agency and p.state = 'in_force'
      )
      select * from held order by subject_id is null, number, id, record
      """;

  static final String START_MATCHED_SITE =
      """
      update cordon.site set started_at = :at
      where operation_id = :operation and started_at is null
        and (package_subject_id = :packageSubject or received_subject_id = :receivedSubject)
        and not exists (select from cordon.action_abort a where a.action_day_id = site.action_day_id)
      """;

  static final String ADD_MEASURE =
      """
      insert into cordon.measure (id, operation_id, agency_id, field_report_id, kind, country, visit, happened_at)
      values (:id, :operation, :agency, :report, :kind, :country, :visit, :at)
      """;

  static final String ADD_SITE_MEASURE =
      """
      insert into cordon.measure (id, operation_id, agency_id, field_report_id, kind, country, visit, happened_at, site_id,
        day_report_id, authority, legal_reference)
      values (:id, :operation, :agency, :report, :kind, :country, :visit, :at, :site, :dayReport, :authority,
        :legalReference)
      """;

  static final String ADD_ITEM =
      """
      insert into cordon.seized_item (id, operation_id, agency_id, measure_id, number, kind, description, seal)
      values (:id, :operation, :agency, :measure, :number, :kind, :description, :seal)
      """;

  private static final String REPORT_COLUMNS =
      """
      select r.*, coalesce(ps.subject_number, rs.number) as subject_number, rs.received_id,
        (select count(*) from cordon.seized_item i join cordon.measure m on m.id = i.measure_id
          where m.field_report_id = r.id) as items,
        exists (select from cordon.field_report_receipt p where p.report_id = r.id) as has_receipt
      from cordon.field_report_state r
      left join cordon.package_subject ps on ps.id = r.package_subject_id
      left join cordon.received_subject rs on rs.id = r.received_subject_id
      """;

  static final String REPORT =
      REPORT_COLUMNS
          + """
          where r.operation_id = :operation and r.id = :report
          """;

  static final String REPORTS =
      REPORT_COLUMNS
          + """
          where r.operation_id = :operation and (:state::text is null or r.state = :state)
            and (:country::text is null or r.country = :country)
          order by r.happened_at desc, r.id limit :limit offset :offset
          """;

  static final String COUNT_REPORTS =
      """
      select count(*) from cordon.field_report_state
      where operation_id = :operation and (:state::text is null or state = :state)
        and (:country::text is null or country = :country)
      """;

  static final String LANES =
      """
      with lane as (
        select country from cordon.site where operation_id = :operation
        union select country from cordon.field_report where operation_id = :operation
        union select country from cordon.package where operation_id = :operation and released_at is not null
      ), sites as (
        select country, count(*) as planned, count(started_at) as started, count(ended_at) as ended,
          min(planned_at) as first_planned
        from cordon.site where operation_id = :operation group by country
      ), measures as (
        select country, count(*) filter (where kind = 'search') as searches,
          count(*) filter (where kind = 'arrest') as arrests,
          count(*) filter (where kind = 'interview') as interviews,
          count(*) filter (where kind = 'seizure') as seizures
        from cordon.measure where operation_id = :operation group by country
      ), items as (
        select m.country, count(*) as items
        from cordon.seized_item i join cordon.measure m on m.id = i.measure_id
        where i.operation_id = :operation group by m.country
      ), reports as (
        select country, count(*) as reports, count(*) filter (where state = 'open') as open,
          count(*) filter (where late) as late, min(happened_at) as first_at, max(happened_at) as last_at,
          (array_agg(utc_offset_seconds order by happened_at desc))[1] as utc_offset
        from cordon.field_report_state where operation_id = :operation group by country
      )
      select lane.country, coalesce(s.planned, 0) as planned, coalesce(s.started, 0) as started,
        coalesce(s.ended, 0) as ended, s.first_planned, coalesce(m.searches, 0) as searches,
        coalesce(m.arrests, 0) as arrests, coalesce(m.interviews, 0) as interviews, coalesce(m.seizures, 0) as seizures,
        coalesce(i.items, 0) as items, coalesce(r.reports, 0) as reports, coalesce(r.open, 0) as open,
        coalesce(r.late, 0) as late, r.first_at, r.last_at, r.utc_offset
      from lane left join sites s using (country) left join measures m using (country) left join items i using (country)
        left join reports r using (country)
      order by lane.country
      """;

  private ActionSql() {}
}
