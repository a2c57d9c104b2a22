package dev.cordon.triage;

/** The statements of inquiries. */
final class InquirySql {

  static final String ASK =
      """
      insert into cordon.hash_inquiry (id, operation_id, agency_id, exhibit_id, media_item_id, legal_basis, reason, radius,
        items_asked, asked_by)
      values (:id, :operation, :agency, :exhibit, :item, :basis, :reason, :radius, :items, :member)
      """;

  static final String ASKED_LATELY =
      """
      select count(*) from cordon.hash_inquiry
      where operation_id = :operation and agency_id = :agency and asked_at > now() - interval '24 hours'
      """;

  static final String OWN_CODES =
      """
      select distinct p.media_item_id, p.code from cordon.perceptual_code p
      where p.operation_id = :operation and p.agency_id = :agency and coalesce(p.quality, 100) >= 50
        and (p.media_item_id = :item::uuid or exists (select from cordon.sighting s
          where s.media_item_id = p.media_item_id and s.exhibit_id = :exhibit::uuid))
      """;

  static final String CODES_ELSEWHERE =
      """
      select media_item_id, code from cordon.codes_elsewhere(:inquiry)
      """;

  static final String ANSWER =
      """
      select cordon.answer_inquiry(:inquiry, :own::uuid[], :others::uuid[], :distances::integer[])
      """;

  static final String ASKED =
      """
      select q.*, e.number as exhibit_number, coalesce(m.display_name, '') as asked_by_name, coalesce(l.name, '') as contact,
        (select count(*) from cordon.hash_hit h where h.hash_inquiry_id = q.id) as hits
      from cordon.hash_inquiry q
      join cordon.operation o on o.id = q.operation_id
      left join cordon.agency l on l.id = o.lead_agency_id
      left join cordon.exhibit e on e.id = q.exhibit_id
      left join cordon.member m on m.id = q.asked_by
      where q.operation_id = :operation order by q.asked_at desc, q.id limit :limit offset :offset
      """;

  static final String COUNT_ASKED =
      """
      select count(*) from cordon.hash_inquiry where operation_id = :operation
      """;

  static final String RECEIVED =
      """
      select q.*, i.sha256
      from cordon.hash_question q
      join cordon.media_item i on i.id = q.media_item_id
      where q.operation_id = :operation order by q.asked_at desc, q.id limit :limit offset :offset
      """;

  static final String COUNT_RECEIVED =
      """
      select count(*) from cordon.hash_question where operation_id = :operation
      """;

  private InquirySql() {}
}
