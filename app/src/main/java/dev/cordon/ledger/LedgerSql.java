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

  static final String WAITING =
      """
      select cordon.ledger_waiting()
      """;

  static final String LAST_CHECKPOINT =
      """
      select size, root, note, at from cordon.ledger_checkpoint order by size desc limit 1
      """;

  static final String CHECKPOINT =
      """
      select note from cordon.ledger_checkpoint where size = :size
      """;

  static final String ENTRIES =
      """
      select e.id, e.place, e.at, e.act, e.what, e.record_count, o.reason,
             e.member_id <> cordon.current_member() as others,
             coalesce(m.display_name, 'a member') as member
      from cordon.ledger_entry e
      left join cordon.ledger_opening o on o.entry_id = e.id
      left join cordon.member m on m.id = e.member_id
      where e.operation_id = :operation
      order by e.at desc, e.id
      limit :limit offset :offset
      """;

  static final String COUNT =
      """
      select count(*) from cordon.ledger_entry where operation_id = :operation
      """;

  static final String BODY =
      """
      select place, body, at from cordon.ledger_entry where id = :id
      """;

  private LedgerSql() {}
}
