package dev.cordon.erasure;

/** The statements of this package. */
final class ErasureSql {

  static final String SEED =
      """
      select kind, system, account, source_id, source_table, source_row
      from cordon.erasure_seed(:operation, :subject)
      """;

  static final String FIND =
      """
      select kind, id, label
      from cordon.erasure_find(:operation, cast(:subject as text), cast(:victim as text), :systems, :accounts)
      union all
      select kind, id, label
      from cordon.erasure_find_received(:operation, cast(:subject as text), cast(:selector as text), :systems, :accounts)
      """;

  static final String OPENINGS =
      """
      select cordon.erasure_openings(:operation, :names, :sources, :tables, :numbers)
      """;

  static final String NEXT_NUMBER =
      """
      select 'E-' || lpad(cordon.next_number(:operation, 'erasure order')::text, 4, '0')
      """;

  static final String ENTER =
      """
      insert into cordon.erasure_order (id, operation_id, number, kind, authority, reference, ordered_on, legal_basis,
        chosen_by, chosen, lifts, entered_by)
      values (:id, :operation, :number, :kind, :authority, :reference, :on, :basis, :by, :chosen, cast(:lifts as uuid),
        cordon.current_member())
      """;

  static final String ADD_COUNT =
      """
      insert into cordon.erasure_count (order_id, operation_id, stage, place, name, source_id, source_table, state, how,
        amount, note)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  static final String ADD_ROW =
      """
      insert into cordon.erasure_row (order_id, operation_id, source_id, source_table, source_row, state)
      values (?, ?, ?, ?, ?, ?)
      """;

  static final String ADD_THING =
      """
      insert into cordon.erasure_thing (order_id, operation_id, kind, id, amount) values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  static final String CHOSEN =
      """
      select chosen_by, chosen from cordon.erasure_order where operation_id = :operation and id = :order
      """;

  static final String CARRY_OUT = "select cordon.carry_out_erasure(:order)";

  static final String TO_FINISH =
      """
      select id, operation_id, kind, state from cordon.erasures_to_finish()
      """;

  static final String STEP = "select cordon.erasure_step(:order, :state)";

  static final String ERASED_TABLES = "select cordon.erased_tables(:order)";

  private static final String ORDER =
      """
      select o.*, e.display_name as entered_by_name, a.display_name as approved_by_name, l.number as lifts_number,
        exists (select from cordon.erasure_certificate c where c.order_id = o.id) as certified
      from cordon.erasure_order o
      left join cordon.member e on e.id = o.entered_by
      left join cordon.member a on a.id = o.approved_by
      left join cordon.erasure_order l on l.id = o.lifts
      """;

  static final String FIND_ORDER =
      ORDER
          + """
          where o.operation_id = :operation and o.id = :order
          """;

  static final String FIND_NUMBERED =
      ORDER
          + """
          where o.operation_id = :operation and o.number = :number
          """;

  static final String PAGE =
      ORDER
          + """
          where o.operation_id = :operation order by o.entered_at desc, o.id limit :limit offset :offset
          """;

  static final String COUNT =
      """
      select count(*) from cordon.erasure_order where operation_id = :operation
      """;

  static final String LINES =
      """
      select c.*, s.name as source_name from cordon.erasure_count c
      left join cordon.source s on s.operation_id = c.operation_id and s.id = c.source_id
      where c.operation_id = :operation and c.order_id = :order and c.stage = :stage
      order by c.place limit :limit offset :offset
      """;

  static final String COUNT_LINES =
      """
      select count(*) from cordon.erasure_count
      where operation_id = :operation and order_id = :order and stage = :stage
      """;

  static final String SALT = "select salt from cordon.ledger_opening where entry_id = :entry";

  static final String ADD_CERTIFICATE =
      """
      insert into cordon.erasure_certificate (order_id, operation_id, statement, statement_sha256, entry_id, salt,
        certified_by)
      values (:order, :operation, :statement, :digest, :entry, :salt, cordon.current_member())
      """;

  static final String CERTIFICATE =
      """
      select c.*, m.display_name as certified_by_name from cordon.erasure_certificate c
      left join cordon.member m on m.id = c.certified_by
      where c.operation_id = :operation and c.order_id = :order
      """;

  private ErasureSql() {}
}
