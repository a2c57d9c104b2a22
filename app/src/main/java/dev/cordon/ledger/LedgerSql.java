package dev.cordon.ledger;

/** The statements of this package. */
final class LedgerSql {

  static final String APPEND_ENTRY =
      """
      insert into cordon.ledger_entry
        (id, operation_id, act, what, member_id, recipient_id, at, record_count, body)
      values (:id, cast(:operation as uuid), :act, :what, :member, cast(:recipient as uuid), :at, :count, :body)
      """;

  static final String APPEND_OPENING =
      """
      insert into cordon.ledger_opening (entry_id, operation_id, member_id, salt, reason, record_ids)
      values (:id, cast(:operation as uuid), :member, :salt, :reason, :records)
      """;

  private LedgerSql() {}
}
