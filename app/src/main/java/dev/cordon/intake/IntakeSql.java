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

  private static final String SOURCES =
      """
      select s.operation_id, s.id, s.name, s.system, s.sha256, s.size_bytes, s.is_reference, s.taken_at,
        case when d.source_id is null then s.sealing else 'BY_REFERENCE' end as sealing, d.original_place,
        coalesce(e.form, s.form) as form, coalesce(e.notes, s.notes) as notes,
        coalesce(e.media_found, s.media_found) as media_found, coalesce(e.is_damaged, s.is_damaged) as is_damaged,
        coalesce(m.display_name, '') as taken_by_name, coalesce(b.rows_in, 0) as rows_in,
        coalesce(b.stored, 0) as stored, coalesce(b.quarantined, 0) as quarantined,
        coalesce(b.duplicates, 0) as duplicates, coalesce(z.rows, 0) as unknown_zone
      from cordon.source s
      left join cordon.member m on m.id = s.taken_by
      left join cordon.destroyed_copy d on d.operation_id = s.operation_id and d.source_id = s.id
      left join lateral (
        select x.form, x.notes, x.media_found, x.is_damaged from cordon.source_edition x
        where x.operation_id = s.operation_id and x.source_id = s.id order by x.number desc limit 1) e on true
      left join lateral (
        select sum(rows_in)::bigint as rows_in, sum(stored)::bigint as stored,
          sum(quarantined)::bigint as quarantined, sum(duplicates)::bigint as duplicates
        from cordon.source_balance x where x.operation_id = s.operation_id and x.source_id = s.id) b on true
      left join lateral (
        select sum(f.rows)::bigint as rows from cordon.source_time_flag f
        where f.operation_id = s.operation_id and f.source_id = s.id and f.flag = 'unknown-zone'
          and f.edition = (select max(c.edition) from cordon.source_count c
                           where c.operation_id = s.operation_id and c.source_id = s.id)) z on true
      """;

  private static final String SHOWN =
      """
      where s.operation_id = :operation
        and (:part = '' or position(lower(:part) in lower(s.name)) > 0 or position(:part in s.sha256) = 1)
        and (:mark = '' or (:mark = 'quarantine' and coalesce(b.quarantined, 0) > 0)
          or (:mark = 'zone' and coalesce(z.rows, 0) > 0) or (:mark = 'damaged' and s.is_damaged)
          or (:mark = 'reference' and (s.sealing = 'BY_REFERENCE' or d.source_id is not null)))
      """;

  static final String PAGE =
      SOURCES
          + SHOWN
          + """
          order by s.taken_at, s.name, s.id limit :limit offset :offset
          """;

  static final String COUNT_SHOWN = "select count(*) from (" + SOURCES + SHOWN + ") shown";

  static final String SUM =
      """
      select coalesce(sum(rows_in), 0)::bigint as rows_in, coalesce(sum(stored), 0)::bigint as stored,
        coalesce(sum(quarantined), 0)::bigint as quarantined, coalesce(sum(duplicates), 0)::bigint as duplicates
      from cordon.source_balance where operation_id = :operation
      """;

  static final String NAMES =
      """
      select distinct name from cordon.source where operation_id = :operation and name = any(:names)
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
      where operation_id = :operation and source_id = :source
        and (:part = '' or position(lower(:part) in lower(name)) > 0)
      order by place limit :limit offset :offset
      """;

  static final String COUNT_BALANCES =
      """
      select count(*) from cordon.source_balance where operation_id = :operation and source_id = :source
        and (:part = '' or position(lower(:part) in lower(name)) > 0)
      """;

  static final String ROW =
      """
      select byte_offset, line, length, source_key, state, reason, duplicate_of_source, duplicate_of_table,
        duplicate_of_row
      from rows where source = ? and source_table = ? and source_row = ?
      """;

  static final String ROWS =
      """
      select source_table, source_row, byte_offset, line, length, reason, duplicate_of_source, duplicate_of_table,
        duplicate_of_row
      from rows
      where source = ? and (? = '' or state = ?) and (? = '' or source_table = ?) and (? = '' or reason = ?)
      limit ? offset ?
      """;

  static final String COUNT_ROWS =
      """
      select count(*) from rows
      where source = ? and (? = '' or state = ?) and (? = '' or source_table = ?) and (? = '' or reason = ?)
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
      insert into cordon.text_source (operation_id, source_id, edition, texts) values (:operation, :source, :edition, :texts)
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
      select distinct source_id from cordon.text_source where operation_id = :operation and texts > 0 order by source_id
      """;

  /** Rows that are stored without a word are not listed: what is on one side alone was that. */
  static final String CHANGED_ROWS =
      """
      with b as (select source_table, source_row, byte_offset, state, coalesce(reason, '') as reason from rows_before
          where state <> 'stored' or reason is not null),
        a as (select source_table, source_row, byte_offset, state, coalesce(reason, '') as reason from rows_after
          where state <> 'stored' or reason is not null),
        both_sides as (
          select coalesce(a.source_table, b.source_table) as source_table, coalesce(a.source_row, b.source_row) as row,
            coalesce(a.byte_offset, b.byte_offset) as byte_offset,
            coalesce(b.state, 'stored') as was, coalesce(a.state, 'stored') as is_now
          from a full join b on a.source_table = b.source_table and a.source_row = b.source_row
          where coalesce(a.state, 'stored') <> coalesce(b.state, 'stored')
            or coalesce(a.reason, '') <> coalesce(b.reason, ''))
      select source_table, was, is_now, count(*) as changed, min(row, 5) as first_rows,
        arg_min(byte_offset, row, 5) as first_offsets
      from both_sides group by source_table, was, is_now order by source_table, was, is_now
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
