package dev.cordon.figures;

/** The statements over what was published. */
final class FigureSql {

  static final String EMBARGO =
      "select until from cordon.figures_shut(:operation) f(until) where until is not null";

  static final String ADD_PUBLICATION =
      """
      insert into cordon.publication (id, operation_id, as_of, reason, published_by, content, content_sha256,
        statement, entry_id)
      values (:id, :operation, :asOf, :reason, :member, :content, :digest, :statement, :entry)
      """;

  static final String PUBLICATIONS =
      """
      select * from cordon.publication where operation_id = :operation
      order by as_of desc, id limit :limit offset :offset
      """;

  static final String COUNT_PUBLICATIONS =
      """
      select count(*) from cordon.publication where operation_id = :operation
      """;

  static final String PUBLICATION =
      """
      select * from cordon.publication where operation_id = :operation and id = :id
      """;

  static final String PUBLICATION_PROOF =
      """
      select p.statement, g.entry_id, g.salt, g.record_ids from cordon.publication p
      join cordon.publication_proof(p.id) g on true
      where p.operation_id = :operation and p.id = :id
      """;

  static final String PUBLISHED_VALUES =
      """
      select name, definition_version, value from cordon.published_figure
      where operation_id = :operation and publication_id = :publication
      """;

  private FigureSql() {}
}
