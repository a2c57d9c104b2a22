package dev.cordon.figures;

/** The statements of press tables. */
final class PressSql {

  static final String ADD =
      """
      insert into cordon.press_table (id, operation_id, publication_id, title, least, embargo_until, corrects, reason,
        handling_code, content, content_sha256, entry_id, published_by)
      values (:id, :operation, :publication, :title, :least, :embargo, :corrects, :reason, :code, :content, :digest, :entry,
        :member)
      """;

  static final String ADD_CELL =
      """
      insert into cordon.press_cell (press_table_id, operation_id, column_place, figure, version, country, value, is_shown)
      values (:table, :operation, :place, :figure, :version, :country, :value, :shown)
      """;

  private static final String TABLES =
      """
      select t.*, p.as_of, c.id as corrected_by from cordon.press_table t
      join cordon.publication p on p.id = t.publication_id
      left join cordon.press_table c on c.corrects = t.id
      where t.operation_id = :operation
      """;

  static final String PAGE = TABLES + " order by t.sequence desc limit :limit offset :offset";

  static final String ONE = TABLES + " and t.id = :id";

  static final String COUNT =
      "select count(*) from cordon.press_table where operation_id = :operation";

  static final String CELLS =
      """
      select * from cordon.press_cell where operation_id = :operation and press_table_id = :id order by column_place, country
      """;

  /** Every earlier table that shows a figure, oldest first. */
  static final String EARLIER =
      """
      select t.id, t.publication_id, t.least, c.country, c.value, c.is_shown, c.version
      from cordon.press_table t join cordon.press_cell c on c.press_table_id = t.id
      where t.operation_id = :operation and c.figure = :figure
      order by t.sequence, c.country
      """;

  static final String LAST_PUBLICATION =
      """
      select * from cordon.publication where operation_id = :operation order by as_of desc, id limit 1
      """;

  private PressSql() {}
}
