package dev.cordon.correspondence;

/** The statements for packages received. */
final class ReceivedSql {

  static final String KNOWN =
      """
      select id, manifest_sha256 from cordon.received_package
      where operation_id = :operation and peer_id = :peer and number = :number and version = :version
      """;

  static final String ADD =
      """
      insert into cordon.received_package (id, operation_id, agency_id, peer_id, key_id, peer_operation, number, version,
        sender_name, operation_name, country, handling_code, urgent, released_at, expires_on, law, manifest, manifest_sha256,
        signed_note, way, taken_by, taken_at)
      values (:id, :operation, :agency, :peer, :key, :peerOperation, :number, :version, :sender, :operationName, :country,
        :code, :urgent, :releasedAt, cast(:expiresOn as date), :law, :manifest, :sha256, :note, :way, :member, :takenAt)
      on conflict (operation_id, peer_id, number, version) do nothing
      """;

  static final String ADD_FILE =
      """
      insert into cordon.received_file (received_id, operation_id, agency_id, handling_code, sealed)
      values (:received, :operation, :agency, :code, :sealed)
      """;

  static final String ADD_SUBJECT =
      """
      insert into cordon.received_subject (id, received_id, operation_id, agency_id, handling_code, number, category,
        attribution_reason)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  static final String ADD_RECORD =
      """
      insert into cordon.received_record (received_id, received_subject_id, operation_id, agency_id, handling_code, kind,
        label, value, at, concerns, source_name, source_table, source_row)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String STATES =
      "select * from cordon.received_state r where r.operation_id = :operation ";

  static final String FIND = STATES + "and r.id = :received";

  static final String PAGE =
      STATES
          + """
            and (:mine = false or r.assignee_id = :member)
            and (:due = false or r.state in ('recalled', 'expired'))
          order by r.urgent and r.state = 'in_force' desc, r.taken_at desc, r.id limit :limit offset :offset
          """;

  static final String COUNT =
      """
      select count(*) from cordon.received_state r where r.operation_id = :operation
        and (:mine = false or r.assignee_id = :member)
        and (:due = false or r.state in ('recalled', 'expired'))
      """;

  static final String ABOUT =
      """
      select id from cordon.received_package
      where operation_id = :operation and peer_id = :peer and number = :number and version = :version
        and manifest_sha256 = :sha256
      """;

  static final String TOLD =
      """
      select number, version, manifest_sha256, peer_id, peer_operation, taken_at, taken_by from cordon.received_package
      where operation_id = :operation and id = :received
      """;

  static final String SUBJECTS =
      """
      select s.id, s.number, s.category, s.attribution_reason,
        (select count(*) from cordon.received_record c where c.received_subject_id = s.id) as records,
        (select array_agg(distinct c.value order by c.value) from cordon.received_record c
          where c.received_subject_id = s.id and c.kind = 'PERSON_NAME') as names,
        (select n.words from cordon.received_notice n where n.received_id = s.received_id and n.kind = 'correction'
          and n.subject_number = s.number order by n.taken_at desc limit 1) as correction
      from cordon.received_subject s where s.operation_id = :operation and s.received_id = :received
      order by s.number limit :limit offset :offset
      """;

  static final String COUNT_SUBJECTS =
      "select count(*) from cordon.received_subject where operation_id = :operation and received_id = :received";

  static final String SUBJECT =
      """
      select number from cordon.received_subject
      where operation_id = :operation and received_id = :received and id = :subject
      """;

  static final String RECORDS =
      """
      select * from cordon.received_record where operation_id = :operation and received_subject_id = :subject
      order by id limit :limit offset :offset
      """;

  static final String COUNT_RECORDS =
      "select count(*) from cordon.received_record where operation_id = :operation and received_subject_id = :subject";

  static final String FILE =
      "select sealed from cordon.received_file where operation_id = :operation and received_id = :received";

  static final String ASSIGNEES =
      """
      select distinct m.id, m.display_name from cordon.member m
      join cordon.membership g on g.member_id = m.id and g.operation_id = :operation and now() >= g.starts_at
        and now() < g.ends_at
      where m.left_at is null and m.agency_id = :agency and g.role in ('national_officer', 'coordinator')
      order by m.display_name limit 200
      """;

  static final String ASSIGN =
      """
      insert into cordon.received_assignment (id, received_id, operation_id, agency_id, assignee_id, reason, assigned_by)
      values (:id, :received, :operation, :agency, :assignee, :reason, :member)
      """;

  static final String DECIDE =
      """
      insert into cordon.received_decision (id, received_id, received_subject_id, operation_id, agency_id, outcome, amount,
        note, decided_by)
      values (:id, :received, cast(:subject as uuid), :operation, :agency, :outcome, cast(:amount as integer), :note, :member)
      """;

  static final String DECISIONS =
      """
      select d.id, d.outcome, d.amount, d.note, d.decided_at, coalesce(m.display_name, 'a member') as decided_by,
        s.number as subject, o.state as sending
      from cordon.received_decision d
      left join cordon.member m on m.id = d.decided_by
      left join cordon.received_subject s on s.id = d.received_subject_id
      left join cordon.outgoing_state o on o.operation_id = d.operation_id and o.id = d.id
      where d.operation_id = :operation and d.received_id = :received
      order by d.decided_at desc, d.id limit :limit offset :offset
      """;

  static final String COUNT_DECISIONS =
      "select count(*) from cordon.received_decision where operation_id = :operation and received_id = :received";

  static final String NOTICE =
      """
      insert into cordon.received_notice (id, received_id, operation_id, agency_id, kind, subject_number, words, said_by,
        said_at)
      values (:id, :received, :operation, :agency, :kind, :subject, :words, :by, :at)
      """;

  static final String NOTICES =
      """
      select kind, subject_number, words, said_by, said_at from cordon.received_notice
      where operation_id = :operation and received_id = :received order by taken_at limit 200
      """;

  static final String REVIEW =
      """
      insert into cordon.received_review (id, received_id, operation_id, agency_id, decision, keep_until, reason, decided_by)
      values (:id, :received, :operation, :agency, :decision, cast(:until as date), :reason, :member)
      """;

  static final String DESTROY = "select cordon.destroy_received(:received)::text";

  static final String WAITING =
      """
      select count(*) from cordon.received_state r where r.operation_id = :operation
        and (r.state in ('recalled', 'expired') or (r.assignee_id = :member and r.state = 'in_force'
          and not exists (select from cordon.received_decision d where d.received_id = r.id)))
      """;

  private ReceivedSql() {}
}
