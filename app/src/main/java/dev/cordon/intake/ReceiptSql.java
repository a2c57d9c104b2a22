package dev.cordon.intake;

/** The statements about receipts. */
final class ReceiptSql {

  static final String ADD =
      """
      insert into cordon.source_receipt (id, operation_id, source_id, number, handed_by, handed_at, handed_place,
        handed_means, handed_description, statement, statement_sha256, entry_id, made_by)
      values (:id, :operation, :source, :number, :handedBy, :handedAt, :handedPlace, :handedMeans, :handedDescription,
        :statement, :digest, :entry, :member)
      """;

  static final String NEXT =
      """
      select coalesce(max(number), 0) + 1 from cordon.source_receipt
      where operation_id = :operation and source_id = :source
      """;

  static final String NEWEST =
      """
      select r.*, coalesce(m.display_name, 'a member') as made_by_name from cordon.source_receipt r
      left join cordon.member m on m.id = r.made_by
      where r.operation_id = :operation and r.source_id = :source order by r.number desc limit 1
      """;

  static final String PROOF =
      """
      select entry_id, body, place, salt, record_ids from cordon.receipt_proof(:receipt)
      """;

  private ReceiptSql() {}
}
