package dev.cordon.requests;

/** The statements of requests. */
final class RequestSql {

  static final String ADD =
      """
      insert into cordon.provider_request (id, operation_id, agency_id, number, provider, provider_kind, from_country,
        to_country, legal_basis, channel, asks, due_on, data_expires_on, drafted_by)
      values (:id, :operation, cordon.current_agency(), :number, :provider, :kind, :from, :to, :basis, :channel, :asks,
        :due, cast(:expires as date), :member)
      """;

  static final String ADD_SELECTOR =
      """
      insert into cordon.request_selector (request_id, operation_id, agency_id, kind, value, plain_sha256, subject_id)
      values (:request, :operation, cordon.current_agency(), :kind, :value, :digest, cast(:subject as uuid))
      """;

  static final String ADD_ACT =
      """
      insert into cordon.request_act (request_id, operation_id, agency_id, act, note, answer_source_id, acted_by)
      select r.id, r.operation_id, r.agency_id, :act, :note, cast(:source as uuid), :member
      from cordon.provider_request r where r.operation_id = :operation and r.id = :request
      """;

  static final String SUBJECT =
      "select id from cordon.subject where operation_id = :operation and number = :number";

  /** What the subject's records hold that a provider can be asked about. */
  static final String SELECTORS_OF =
      """
      select distinct r.kind, r.value from cordon.subject_record r
      join cordon.subject s on s.operation_id = r.operation_id and s.id = r.subject_id
      where s.operation_id = :operation and s.number = :number
        and r.kind in ('EMAIL', 'RECOVERY_EMAIL', 'PHONE', 'ADDRESS_IP', 'CARD', 'WALLET', 'DEVICE')
        and length(r.value) <= 500
      order by r.kind, r.value limit :limit
      """;

  static final String SOURCE =
      "select id from cordon.source where operation_id = :operation and name = :name order by id limit 1";

  static final String ASKED_ELSEWHERE = "select cordon.asked_elsewhere(:operation, :digests)";

  static final String ASKED_HERE =
      """
      select distinct s.plain_sha256 from cordon.request_selector s
      where s.operation_id = :operation and s.plain_sha256 = any(:digests) and s.agency_id = cordon.current_agency()
        and (select a.act from cordon.request_act a where a.request_id = s.request_id order by a.sequence desc limit 1)
          in ('drafted', 'preservation_asked', 'sent')
      """;

  private static final String STATED =
      """
      select r.*, g.name as agency, a.act, a.acted_at,
        (select count(*) from cordon.request_selector s where s.request_id = r.id) as selectors,
        (select count(distinct s.subject_id) from cordon.request_selector s
          join cordon.confirmed_subject c on c.id = s.subject_id
          where s.request_id = r.id and c.country is null) as unresolved
      from cordon.provider_request r
      left join cordon.agency g on g.id = r.agency_id
      join lateral (select x.act, x.acted_at from cordon.request_act x where x.request_id = r.id
        order by x.sequence desc limit 1) a on true
      where r.operation_id = :operation
      """;

  static final String PAGE =
      STATED
          + """
            and (:open = false or a.act in ('drafted', 'preservation_asked', 'sent'))
          order by a.act in ('drafted', 'preservation_asked', 'sent') desc, r.due_on, r.id
          limit :limit offset :offset
          """;

  static final String COUNT =
      """
      select count(*) from cordon.provider_request r
      where r.operation_id = :operation and (:open = false or (select x.act from cordon.request_act x
        where x.request_id = r.id order by x.sequence desc limit 1) in ('drafted', 'preservation_asked', 'sent'))
      """;

  static final String FIND = STATED + "and r.id = :request";

  static final String SELECTORS =
      """
      select s.kind, s.value, u.id as subject_id, u.number as subject_number, c.country
      from cordon.request_selector s
      left join cordon.subject u on u.id = s.subject_id
      left join cordon.confirmed_subject c on c.id = s.subject_id
      where s.operation_id = :operation and s.request_id = :request order by s.kind, s.value limit 500
      """;

  static final String ACTS =
      """
      select a.act, a.note, a.acted_at, m.display_name, s.id as source_id, s.name as source_name
      from cordon.request_act a
      left join cordon.member m on m.id = a.acted_by
      left join cordon.source s on s.operation_id = a.operation_id and s.id = a.answer_source_id
      where a.operation_id = :operation and a.request_id = :request order by a.sequence
      """;

  /** Requests of the reader whose answer is late. */
  static final String LATE =
      """
      select count(*) from cordon.provider_request r where r.operation_id = :operation and r.drafted_by = :member
        and r.due_on < current_date and (select x.act from cordon.request_act x where x.request_id = r.id
          order by x.sequence desc limit 1) in ('drafted', 'preservation_asked', 'sent')
      """;

  private RequestSql() {}
}
