package dev.cordon.ledger;

/** The statements about what opens an entry. */
final class OpeningSql {

  private static final String ENTRIES =
      """
      select e.id, p.place, e.at, e.act, e.what, e.record_count, o.reason, coalesce(m.display_name, 'a member') as member
      from cordon.ledger_entry e
      join cordon.ledger_opening o on o.entry_id = e.id
      left join cordon.ledger_place p on p.entry_id = e.id
      left join cordon.member m on m.id = e.member_id
      where e.operation_id = :operation and o.destroyed_at is null
      """;

  static final String PAGE =
      ENTRIES
          + """
          and (:record::text is null or :record = any(o.record_ids))
          order by e.at desc, e.id limit :limit offset :offset
          """;

  static final String FIND =
      ENTRIES
          + """
          and e.id = :entry
          """;

  static final String COUNT =
      """
      select count(*) from cordon.ledger_opening o
      where o.operation_id = :operation and o.destroyed_at is null
        and (:record::text is null or :record = any(o.record_ids))
      """;

  static final String DESTROY =
      """
      update cordon.ledger_opening
      set salt = null, reason = null, record_ids = null, destroyed_at = now()
      where operation_id = :operation and entry_id = :entry and destroyed_at is null
      """;

  private OpeningSql() {}
}
