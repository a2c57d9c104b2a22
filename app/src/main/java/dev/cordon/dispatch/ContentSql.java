package dev.cordon.dispatch;

/** The statements about what is in a package. */
final class ContentSql {

  static final String SUBJECT_ASSESSMENTS =
      """
      select subject_id, 'link' as kind, lower(rule) as label, a || ' and ' || b || ': ' || why as words,
        array[a, b] as ends, 1 as part, place
      from cordon.subject_link where operation_id = :operation and subject_id = any(:subjects)
      union all
      select subject_id, 'country', lower(kind), country || ': ' || items || ' records on ' || days || ' days'
          || coalesce(', ' || to_char(first_at at time zone 'UTC', 'YYYY-MM-DD') || ' to '
            || to_char(last_at at time zone 'UTC', 'YYYY-MM-DD'), '')
          || coalesce(', for example ' || source_name || ', ' || source_table || ' ' || source_row, ''),
        '{}', 2, 0
      from cordon.subject_evidence where operation_id = :operation and subject_id = any(:subjects)
      order by subject_id, part, place, label, words
      """;

  static final String ADD_STATEMENT =
      """
      insert into cordon.package_statement (package_id, package_subject_id, operation_id, kind, label, words, count)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  static final String STATEMENTS =
      """
      select t.package_subject_id, s.subject_number, t.kind, t.label, t.words, t.count
      from cordon.package_statement t join cordon.package_subject s on s.id = t.package_subject_id
      where t.package_id = :package order by t.id
      """;

  static final String FACTS =
      """
      select r.* from cordon.package_record r where r.package_id = :package order by r.id
      """;

  static final String RELEASE_STATEMENTS =
      """
      update cordon.package_statement set agency_id = :recipient where package_id = :package
      """;

  static final String ADD_FILE =
      """
      insert into cordon.package_file (package_id, path, operation_id, agency_id, content) values (?, ?, ?, ?, ?)
      """;

  static final String FILES =
      """
      select path, content from cordon.package_file where package_id = :package
      """;

  static final String ABOUT =
      """
      select o.name, o.authority, o.purpose, o.lead_agency_id, a.name as lead
      from cordon.operation o join cordon.agency a on a.id = o.lead_agency_id where o.id = :operation
      """;

  static final String MANIFEST_DIGEST =
      """
      select manifest_sha256 from cordon.package where id = :package
      """;

  static final String ADD_RELEASE_RECEIPT =
      """
      insert into cordon.package_release_receipt (package_id, operation_id, agency_id, statement, entry_id)
      values (:package, :operation, :agency, :statement, :entry)
      """;

  static final String RELEASE_RECEIPT =
      """
      select r.statement, p.entry_id, p.salt, p.record_ids from cordon.package_release_receipt r
      join cordon.release_opening(r.package_id) p on true
      where r.operation_id = :operation and r.package_id = :package
      """;

  static final String WITHOUT_RECORDS =
      """
      select s.subject_number from cordon.package_subject s
      where s.package_id = :package and not exists (select from cordon.package_record r where r.package_subject_id = s.id)
      order by s.subject_number
      """;

  static final String HELD_BY_OTHERS =
      """
      select s.subject_number from cordon.package_subject s
      join cordon.dispatched_subject d on d.operation_id = s.operation_id and d.subject_id = s.subject_id
      where s.package_id = :package and d.agency_id <> :recipient order by s.subject_number
      """;

  static final String LATER_DRAFT =
      """
      select max(version) from cordon.package where operation_id = :operation and number = :number
      """;

  static final String LATEST_DRAFTS =
      """
      where s.operation_id = :operation and s.state = 'draft'
        and not exists (select from cordon.package later where later.operation_id = s.operation_id
          and later.number = s.number and later.version > s.version)
      order by s.country, s.number, s.version desc limit :limit offset :offset
      """;

  static final String COUNT_LATEST_DRAFTS =
      """
      select count(*) from cordon.package p
      where p.operation_id = :operation and p.released_at is null
        and not exists (select from cordon.package later where later.operation_id = p.operation_id
          and later.number = p.number and later.version > p.version)
      """;

  private ContentSql() {}
}
