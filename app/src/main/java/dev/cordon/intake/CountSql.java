package dev.cordon.intake;

import dev.cordon.intake.RecordColumn.Type;

/** The statements that count records, and those that keep and read the counts. */
final class CountSql {

  static final String REASONS =
      """
      select source_table, coalesce(reason, 'no reason is given') as reason, count(*) as counted from rows
      where source = ? and state = 'quarantined' group by 1, 2 order by 3 desc, 1, 2
      """;

  static final String ADD_COUNT =
      """
      insert into cordon.source_count (operation_id, source_id, edition) values (:operation, :source, :edition)
      on conflict do nothing
      """;

  static final String ADD_KIND =
      """
      insert into cordon.source_kind (operation_id, source_id, edition, kind, records) values (?, ?, ?, ?, ?)
      """;

  static final String ADD_DAY =
      """
      insert into cordon.source_day (operation_id, source_id, edition, kind, day, rows) values (?, ?, ?, ?, ?, ?)
      """;

  static final String ADD_TIME =
      """
      insert into cordon.source_time_flag (operation_id, source_id, edition, kind, flag, has_time, rows)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  static final String ADD_REASON =
      """
      insert into cordon.source_reason (operation_id, source_id, edition, place, source_table, reason, rows)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  static final String EDITION =
      """
      select coalesce(max(edition), 0) from cordon.source_count where operation_id = :operation and source_id = :source
      """;

  static final String KINDS =
      """
      select kind, records from cordon.source_kind
      where operation_id = :operation and source_id = :source and edition = :edition
      """;

  static final String DAYS =
      """
      select kind, day, rows from cordon.source_day
      where operation_id = :operation and source_id = :source and edition = :edition order by kind, day
      """;

  static final String TIMES =
      """
      select kind, flag, has_time, rows from cordon.source_time_flag
      where operation_id = :operation and source_id = :source and edition = :edition
      order by kind, has_time desc, flag
      """;

  static final String KEPT_REASONS =
      """
      select source_table, reason, rows from cordon.source_reason
      where operation_id = :operation and source_id = :source and edition = :edition order by place
      """;

  private CountSql() {}

  /** How many records of a kind; the kind is ours, never a reader's text. */
  static String records(RecordKind kind) {
    return "select count(*) as counted from " + kind.dataSet() + " where source = ?";
  }

  /** Rows of a kind by day. */
  static String days(RecordKind kind) {
    String at = time(kind);
    return "select cast(cast("
        + at
        + " as date) as varchar) as day, count(*) as counted from "
        + kind.dataSet()
        + " where source = ? and "
        + at
        + " is not null group by 1 order by 1";
  }

  /** Rows of a kind by how their time is written. */
  static String times(RecordKind kind) {
    String at = time(kind);
    boolean flagged = kind.columns().stream().anyMatch(one -> one.name().equals("time_flag"));
    return "select coalesce("
        + (flagged ? "time_flag" : "null")
        + ", case when "
        + at
        + " is null then 'none' else '' end) as flag, "
        + at
        + " is not null as has_time, count(*) as counted from "
        + kind.dataSet()
        + " where source = ? group by 1, 2 order by 1, 2";
  }

  /** The column of its time, quoted: "at" is a word of the language. */
  private static String time(RecordKind kind) {
    String name =
        kind.columns().stream()
            .filter(column -> column.type() == Type.TIME)
            .findFirst()
            .orElseThrow()
            .name();
    return '"' + name + '"';
  }
}
