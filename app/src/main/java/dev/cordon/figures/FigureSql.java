package dev.cordon.figures;

/** The statements of this package, made around a definition's own query. */
final class FigureSql {

  static final String PUBLISHED =
      """
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'cordon' and c.relkind in ('r', 'v')
      """;

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

  private FigureSql() {}

  /** The value, country by country. */
  static String values(Definition definition) {
    return "with record as (\n"
        + definition.recordsSql()
        + """

        )
        select country, sum(amount)::bigint as value from record group by country
        """;
  }

  /** One page of the records. */
  static String page(Definition definition) {
    return "with record as (\n"
        + definition.recordsSql()
        + """

        )
        select * from record where (:country::text is null or country = :country)
        order by label, id limit :limit offset :offset
        """;
  }

  /** How many records there are. */
  static String countRecords(Definition definition) {
    return "with record as (\n"
        + definition.recordsSql()
        + """

        )
        select count(*) from record where (:country::text is null or country = :country)
        """;
  }

  /** Keeps the value and a digest over the ids of its records. */
  static String freeze(Definition definition) {
    return "with record as (\n"
        + definition.recordsSql()
        + """

        )
        insert into cordon.published_figure (publication_id, operation_id, name, definition_version, value,
          records_sha256, records_kept)
        select :publication, :operation, :name, :version, coalesce(sum(amount), 0),
          encode(sha256(convert_to(coalesce(string_agg(kind || ' ' || id || ' ' || amount, E'\\n'
            order by kind, id, amount), ''), 'UTF8')), 'hex'),
          coalesce(bool_and(kind not in\
        """
        + " "
        + ChangeSql.TOO_MANY
        + "), true) from record";
  }
}
