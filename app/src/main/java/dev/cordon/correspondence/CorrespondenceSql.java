package dev.cordon.correspondence;

/** The statements for what is sent and what comes in. */
final class CorrespondenceSql {

  static final String OWN_AGENCY =
      """
      select a.id, a.name, a.country from cordon.operation o join cordon.agency a on a.id = o.lead_agency_id
      where o.id = :operation
      """;

  static final String NEXT = "select cordon.next_message(:operation, :peer)";

  static final String ADD_OUTGOING =
      """
      insert into cordon.outgoing (id, operation_id, agency_id, peer_id, kind, package_id, received_id, subject_id,
        named_operation, package_number, package_version, sequence, note, sha256, way, made_by)
      values (:id, :operation, :agency, :peer, :kind, cast(:package as uuid), cast(:received as uuid),
        cast(:subject as uuid), :named, :number, :version, :sequence, :note, :sha256, :way, :member)
      """;

  static final String SENT_PACKAGE =
      """
      select id from cordon.outgoing where operation_id = :operation and package_id = :package and kind = 'package'
      """;

  private static final String OUTGOING =
      "select * from cordon.outgoing_state o where o.operation_id = :operation ";

  static final String FIND_OUTGOING = OUTGOING + "and o.id = :id";

  static final String OUTGOING_PAGE =
      OUTGOING
          + """
            and (cast(:package as uuid) is null or o.package_id = :package)
            and (cast(:received as uuid) is null or o.received_id = :received)
          order by o.made_at desc, o.id limit :limit offset :offset
          """;

  static final String COUNT_OUTGOING =
      """
      select count(*) from cordon.outgoing o where o.operation_id = :operation
        and (cast(:package as uuid) is null or o.package_id = :package)
        and (cast(:received as uuid) is null or o.received_id = :received)
      """;

  static final String BY_DIGEST =
      """
      select id, kind, package_id from cordon.outgoing
      where operation_id = :operation and peer_id = :peer and sha256 = :sha256
      """;

  static final String ATTEMPT =
      """
      insert into cordon.outgoing_attempt (outgoing_id, operation_id, agency_id, state, words, next_at)
      select o.id, o.operation_id, o.agency_id, :state, :words, cast(:nextAt as timestamptz)
      from cordon.outgoing o where o.operation_id = :operation and o.id = :id
      """;

  static final String ADD_RECEIPT =
      """
      insert into cordon.outgoing_receipt (outgoing_id, operation_id, agency_id, note, key_id, said_at, received_by)
      select o.id, o.operation_id, o.agency_id, :note, :key, :saidAt, :member
      from cordon.outgoing o where o.operation_id = :operation and o.id = :id
      on conflict (outgoing_id) do nothing
      """;

  static final String RECEIPT =
      "select note from cordon.outgoing_receipt where operation_id = :operation and outgoing_id = :id";

  static final String MERGE_RECEIPT =
      "select cordon.merge_receipt(:operation, :id, :teller, :saidAt)::text";

  static final String DUE = "select * from cordon.pushes_due()";

  static final String ADD_INCOMING =
      """
      insert into cordon.incoming (id, operation_id, agency_id, peer_id, key_id, kind, sequence, sha256, note, way, taken_by)
      values (:id, :operation, :agency, :peer, :key, :kind, :sequence, :sha256, :note, :way, :member)
      on conflict do nothing
      """;

  static final String KNOWN_INCOMING =
      """
      select sha256 from cordon.incoming
      where operation_id = :operation and peer_id = :peer and (id = :id or sequence = :sequence)
      """;

  static final String REFUSE =
      """
      insert into cordon.incoming_refusal (id, operation_id, agency_id, peer_id, check_name, words, sha256, size_bytes, way,
        refused_for)
      values (:id, :operation, :agency, cast(:peer as uuid), :check, :words, :sha256, :size, :way, :member)
      """;

  static final String REFUSALS =
      """
      select r.*, m.display_name from cordon.incoming_refusal r left join cordon.member m on m.id = r.refused_for
      where r.operation_id = :operation order by r.refused_at desc, r.id limit :limit offset :offset
      """;

  static final String COUNT_REFUSALS =
      "select count(*) from cordon.incoming_refusal where operation_id = :operation";

  static final String SENT_HERE =
      """
      select p.id from cordon.package p
      where p.operation_id = :operation and p.agency_id = :peer and p.number = :number and p.version = :version
        and p.manifest_sha256 = :sha256
      """;

  static final String SENT_SUBJECT =
      """
      select id from cordon.package_subject where package_id = :package and subject_number = :number
      """;

  static final String MERGE_OUTCOME =
      """
      select cordon.merge_outcome(:operation, :peer, :message, :package, cast(:subject as uuid), :outcome,
        cast(:amount as integer), :words, :teller, :saidAt)
      """;

  private CorrespondenceSql() {}
}
