package dev.cordon.intake;

/** The statements of this package. */
final class IntakeSql {

  static final String ADD_FACTS =
      """
      insert into cordon.operation_facts (operation_id, facts, told_by) values (:operation, :facts, :member)
      """;

  static final String FACTS =
      "select facts from cordon.operation_facts where operation_id = :operation";

  static final String ADD_SOURCE =
      """
      insert into cordon.source (operation_id, id, name, system, sha256, size_bytes, form, is_reference, sealing, notes,
        media_found, is_damaged, taken_by)
      values (:operation, :id, :name, :system, :sha256, :size, :form, :reference, :sealing, :notes, :media, :damaged,
        :member)
      on conflict do nothing
      """;

  static final String ADD_BALANCE =
      """
      insert into cordon.source_balance (operation_id, source_id, place, name, unit, rows_in, stored, quarantined,
        duplicates)
      values (:operation, :source, :place, :name, :unit, :rowsIn, :stored, :quarantined, :duplicates)
      """;

  private static final String SOURCES =
      """
      select s.*, coalesce(m.display_name, '') as taken_by_name, coalesce(b.rows_in, 0) as rows_in,
        coalesce(b.stored, 0) as stored, coalesce(b.quarantined, 0) as quarantined,
        coalesce(b.duplicates, 0) as duplicates
      from cordon.source s
      left join cordon.member m on m.id = s.taken_by
      left join lateral (
        select sum(rows_in)::bigint as rows_in, sum(stored)::bigint as stored,
          sum(quarantined)::bigint as quarantined, sum(duplicates)::bigint as duplicates
        from cordon.source_balance x where x.operation_id = s.operation_id and x.source_id = s.id) b on true
      """;

  static final String PAGE =
      SOURCES
          + """
          where s.operation_id = :operation order by s.taken_at, s.name limit :limit offset :offset
          """;

  static final String FIND =
      SOURCES
          + """
          where s.operation_id = :operation and s.id = :source
          """;

  static final String FIND_NAMED =
      SOURCES
          + """
          where s.operation_id = :operation and s.name = :name order by s.taken_at limit 1
          """;

  static final String COUNT = "select count(*) from cordon.source where operation_id = :operation";

  static final String BALANCES =
      """
      select name, unit, rows_in, stored, quarantined, duplicates from cordon.source_balance
      where operation_id = :operation and source_id = :source order by place limit :limit offset :offset
      """;

  static final String COUNT_BALANCES =
      """
      select count(*) from cordon.source_balance where operation_id = :operation and source_id = :source
      """;

  static final String ROW =
      """
      select byte_offset, line, length, source_key, state, reason, duplicate_of_table, duplicate_of_row
      from rows where source = ? and source_table = ? and source_row = ?
      """;

  static final String QUARANTINE =
      """
      select source_table, source_row, line, coalesce(reason, '') as reason from rows
      where source = ? and state = 'quarantined' order by source_table, source_row limit ? offset ?
      """;

  static final String COUNT_QUARANTINE =
      "select count(*) from rows where source = ? and state = 'quarantined'";

  static final String HANDLES =
      """
      select account, any_value(handle) as handle from accounts
      where system = ? and list_contains(?, account) and handle is not null group by account
      """;

  static final String ADD_TEXT_SOURCE =
      """
      insert into cordon.text_source (operation_id, source_id, texts) values (:operation, :source, :texts)
      """;

  static final String ADD_THREAD =
      """
      insert into cordon.text_thread as t (operation_id, id, system, channel, thread, messages, first_at, last_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (operation_id, id) do update set messages = t.messages + excluded.messages,
        first_at = least(t.first_at, excluded.first_at), last_at = greatest(t.last_at, excluded.last_at)
      """;

  static final String TEXT_SOURCES =
      """
      select source_id from cordon.text_source where operation_id = :operation and texts > 0 order by source_id
      """;

  static final String HIDDEN =
      """
      select source_id, source_table, source_row, is_erased from cordon.hidden_rows(:operation)
      """;

  static final String HIDDEN_COUNTS =
      """
      select number, source_table, state, is_erased, held from cordon.hidden_row_counts(:operation, :source)
      order by number, source_table, state limit :limit offset :offset
      """;

  static final String COUNT_HIDDEN_COUNTS =
      """
      select count(*) from cordon.hidden_row_counts(:operation, :source)
      """;

  private IntakeSql() {}

  /** The records of a kind that one row gave; the kind is ours, never a reader's text. */
  static String piecesOf(RecordKind kind) {
    return "select * from "
        + kind.dataSet()
        + " where source = ? and source_table = ? and source_row = ?";
  }
}
