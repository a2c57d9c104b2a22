package dev.cordon.dispatch;

/** The statements of this package. */
final class DispatchSql {

  static final String CONFIRMED =
      """
      select id, number, category, attribution_reason from cordon.confirmed_subject
      where operation_id = :operation and country = :country
      order by number
      """;

  static final String SUBJECT_RECORDS =
      """
      select r.subject_id, r.kind, r.label, r.value, r.at, r.source_name, s.sha256 as source_sha256, r.source_table,
        r.source_row
      from cordon.subject_record r join cordon.source s on s.operation_id = r.operation_id and s.id = r.source_id
      where r.operation_id = :operation and r.subject_id = any(:subjects)
      order by r.subject_id, r.source_name, s.sha256, r.source_table, r.source_row, r.kind, r.label, r.value
      """;

  static final String RECIPIENT =
      """
      select name, country, coalesce(jurisdiction, country) as jurisdiction from cordon.agency where id = :agency
      """;

  static final String OPERATION =
      """
      select o.legal_basis, o.handling_code, o.ends_on, m.display_name || ', ' || a.name as contact
      from cordon.operation o join cordon.member m on m.id = :member join cordon.agency a on a.id = m.agency_id
      where o.id = :operation
      """;

  static final String LATEST =
      """
      select id, number, version, released_at from cordon.package
      where operation_id = :operation and recipient_id = :recipient
        and not exists (select from cordon.urgent_package u where u.package_id = package.id)
      order by version desc limit 1
      """;

  static final String HELD_ELSEWHERE =
      """
      select subject_id from cordon.dispatched_subject
      where operation_id = :operation and agency_id <> :recipient
      """;

  static final String ADD_PACKAGE =
      """
      insert into cordon.package (id, operation_id, recipient_id, country, number, version, supersedes, handling_code,
        handling_note, grading_scheme, grading_source, grading_information, grading_handling, legal_basis, conduct, conduct_on, coverage, coverage_reason,
        law_questions, law_version, transfer_basis, draft_reason, drafted_by, form, profile, contact, expires_on, languages)
      values (:id, :operation, :recipient, :country, :number, :version, :supersedes, :handlingCode, :handlingNote,
        :gradingScheme, :gradingSource, :gradingInformation, :gradingHandling, :legalBasis, :conduct, :conductOn, :coverage, :coverageReason, :lawQuestions,
        :lawVersion, :transferBasis, :reason, :member, 2, :profile, :contact, :expiresOn, :languages)
      """;

  static final String ADD_SUBJECT =
      """
      insert into cordon.package_subject (id, package_id, operation_id, subject_id, subject_number, category,
        attribution_reason)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  static final String ADD_RECORD =
      """
      insert into cordon.package_record (package_id, package_subject_id, operation_id, kind, label, value, at,
        source_name, source_sha256, source_table, source_row, concerns)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  static final String LEAD_COUNTRY =
      """
      select a.country from cordon.operation o join cordon.agency a on a.id = o.lead_agency_id where o.id = :operation
      """;

  static final String SET_GAP_REASON =
      """
      update cordon.package set gap_reason = :gapReason, gap_by = :member
      where operation_id = :operation and id = :package and released_at is null
      """;

  static final String SET_TRANSFER =
      """
      update cordon.package set transfer_basis = :basis, transfer_words = :words, transfer_by = :member
      where operation_id = :operation and id = :package and released_at is null and transfer_basis is distinct from 'not_needed'
      """;

  static final String RELEASE_PACKAGE =
      """
      update cordon.package set agency_id = recipient_id, released_at = :at, released_by = :member,
        release_reason = :reason, gap_reason = :gapReason, manifest = :manifest, manifest_sha256 = :digest,
        signed_note = :note
      where id = :package and released_at is null
      """;

  static final String RELEASE_SUBJECTS =
      """
      update cordon.package_subject set agency_id = :recipient where package_id = :package
      """;

  static final String RELEASE_RECORDS =
      """
      update cordon.package_record set agency_id = :recipient where package_id = :package
      """;

  static final String SUBJECT_IN =
      """
      select exists (select from cordon.package_subject where id = :subject and package_id = :package)
      """;

  static final String ADD_RECEIPT =
      """
      insert into cordon.package_receipt (package_id, operation_id, agency_id, received_by, note)
      values (:package, :operation, :agency, :member, :note)
      on conflict (package_id) do nothing
      """;

  static final String ADD_RECALL =
      """
      insert into cordon.package_recall (package_id, operation_id, agency_id, recalled_by, reason)
      values (:package, :operation, :agency, :member, :reason)
      """;

  static final String ADD_OUTCOME =
      """
      insert into cordon.package_outcome (id, package_id, package_subject_id, operation_id, agency_id, outcome, note,
        reported_by)
      values (:id, :package, :subject, :operation, :agency, :outcome, :note, :member)
      """;

  static final String ADD_OUTCOME_RECEIPT =
      """
      insert into cordon.package_outcome_receipt (outcome_id, operation_id, agency_id, statement, entry_id)
      values (:outcome, :operation, :agency, :statement, :entry)
      """;

  static final String OUTCOMES =
      """
      select o.id, o.outcome, o.note, o.reported_at, coalesce(m.display_name, o.told_by, 'a member') as reported_by, o.amount,
        o.message_id is not null as by_message, s.subject_number as subject,
        r.outcome_id is not null as has_receipt
      from cordon.package_outcome o
      left join cordon.member m on m.id = o.reported_by
      left join cordon.package_subject s on s.id = o.package_subject_id
      left join cordon.package_outcome_receipt r on r.outcome_id = o.id
      where o.operation_id = :operation and o.package_id = :package
      order by o.reported_at desc, o.id limit :limit offset :offset
      """;

  static final String COUNT_OUTCOMES =
      """
      select count(*) from cordon.package_outcome where operation_id = :operation and package_id = :package
      """;

  static final String OUTCOME_RECEIPT =
      """
      select r.statement, p.entry_id, p.salt, p.record_ids from cordon.package_outcome_receipt r
      join cordon.package_outcome o on o.id = r.outcome_id and o.package_id = :package
      join cordon.outcome_opening(r.outcome_id) p on true
      where r.operation_id = :operation and r.outcome_id = :outcome
      """;

  static final String STATES =
      """
      select s.*, p.grading_scheme, p.grading_handling, p.law_version, p.transfer_basis, p.transfer_words, p.form, p.profile,
        p.contact, p.expires_on, p.languages, g.display_name as gap_by_name,
        t.display_name as transfer_by_name
      from cordon.package_state s join cordon.package p on p.id = s.id
      left join cordon.member g on g.id = p.gap_by
      left join cordon.member t on t.id = p.transfer_by
      """;

  static final String FIND = STATES + "where s.operation_id = :operation and s.id = :package";

  static final String PAGE =
      STATES
          + """
          where s.operation_id = :operation and (:country::text is null or s.country = :country)
          order by s.country, s.number, s.version desc limit :limit offset :offset
          """;

  static final String COUNT =
      """
      select count(*) from cordon.package
      where operation_id = :operation and (:country::text is null or country = :country)
      """;

  static final String SUBJECTS =
      """
      select s.*, (select count(*) from cordon.package_record r where r.package_subject_id = s.id) as records,
        (select array_agg(distinct r.value order by r.value) from cordon.package_record r
          where r.package_subject_id = s.id and r.kind = 'PERSON_NAME') as names
      from cordon.package_subject s where s.package_id = :package
      order by s.subject_number, s.id limit :limit offset :offset
      """;

  static final String COUNT_SUBJECTS =
      """
      select count(*) from cordon.package_subject where package_id = :package
      """;

  static final String RECORDS =
      """
      select * from cordon.package_record where package_subject_id = :subject
      order by id limit :limit offset :offset
      """;

  static final String COUNT_RECORDS =
      """
      select count(*) from cordon.package_record where package_subject_id = :subject
      """;

  static final String ALL_SUBJECTS =
      """
      select id, subject_id, subject_number, category, attribution_reason from cordon.package_subject
      where package_id = :package order by subject_number, id
      """;

  static final String ALL_RECORDS =
      """
      select s.subject_number, r.kind, r.label, r.value, r.at, r.source_name, r.source_table, r.source_row
      from cordon.package_record r join cordon.package_subject s on s.id = r.package_subject_id
      where r.package_id = :package order by r.id
      """;

  // The quarter of an hour is enough: no place on earth changes its day within one.
  static final String SHOWN_MOMENTS =
      """
      select r.kind, date_bin('15 minutes', r.at, timestamptz 'epoch') as at, count(*) as records
      from cordon.subject_record r
      where r.operation_id = :operation and r.subject_id = :subject and r.kind = any(:kinds)
        and (r.kind <> 'PAYMENT' or r.value like '% paid' or r.value like '% refunded')
      group by 1, 2 order by 1, 2 nulls last
      """;

  static final String SIGNED =
      """
      select manifest, signed_note from cordon.package where id = :package and released_at is not null
      """;

  private DispatchSql() {}
}
