package dev.cordon.ledger;

/** The statements of this package. */
final class LedgerSql {

  /** Entry and opening in one statement: one is never there without the other. */
  static final String APPEND =
      """
      with entry as (
        insert into cordon.ledger_entry
          (id, operation_id, act, what, member_id, recipient_id, at, record_count, body)
        values (:id, cast(:operation as uuid), :act, :what, :member, cast(:recipient as uuid), :at, :count, :body)
      )
      insert into cordon.ledger_opening (entry_id, operation_id, member_id, salt, reason, record_ids)
      values (:id, cast(:operation as uuid), :member, :salt, :reason, :records)
      """;

  /**
   * The same for many; record ids travel as array literals, since rows of an array are of one
   * length.
   */
  static final String APPEND_ALL =
      """
      with given as (
        select * from unnest(:ids::uuid[], :operations::uuid[], :acts::text[], :whats::text[], :recipients::uuid[],
          :times::timestamptz[], :counts::integer[], :bodies::bytea[], :salts::bytea[], :reasons::text[], :records::text[])
          with ordinality as t (id, operation_id, act, what, recipient_id, at, record_count, body, salt, reason,
            records, turn)
      ), entry as (
        insert into cordon.ledger_entry
          (id, operation_id, act, what, member_id, recipient_id, at, record_count, body)
        select id, operation_id, act, what, :member, recipient_id, at, record_count, body from given order by turn
      )
      insert into cordon.ledger_opening (entry_id, operation_id, member_id, salt, reason, record_ids)
      select id, operation_id, :member, salt, reason, records::text[] from given
      """;

  static final String WAITING =
      """
      select cordon.ledger_waiting()
      """;

  static final String BEHIND_SINCE =
      """
      select least(cordon.ledger_waiting_since(), cordon.ledger_unpublished_since()) as since
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
      select e.id, p.place, e.at, e.act, e.what, e.record_count, o.reason,
             e.member_id <> cordon.current_member() as others,
             coalesce(m.display_name, 'a member') as member
      from (select * from cordon.ledger_entry where operation_id = :operation
            order by at desc, id limit :limit offset :offset) e
      left join cordon.ledger_place p on p.entry_id = e.id
      left join cordon.ledger_opening o on o.entry_id = e.id
      left join cordon.member m on m.id = e.member_id
      order by e.at desc, e.id
      """;

  static final String COUNT =
      """
      select count(*) from cordon.ledger_entry where operation_id = :operation
      """;

  static final String BODY =
      """
      select p.place, e.body, e.at from cordon.ledger_entry e
      left join cordon.ledger_place p on p.entry_id = e.id
      where e.id = :id
      """;

  private LedgerSql() {}
}
