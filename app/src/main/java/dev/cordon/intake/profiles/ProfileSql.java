package dev.cordon.intake.profiles;

/** The statements of this package. */
final class ProfileSql {

  private static final String VERSIONS =
      """
      select p.name, p.version, p.is_withdrawn, p.yaml, p.sha256, p.tables, p.reason,
        coalesce(m.display_name, '') as saved_by_name, p.saved_at
      from cordon.profile p left join cordon.member m on m.id = p.saved_by
      where p.operation_id = :operation
      """;

  static final String NEWEST =
      VERSIONS
          + """
          and p.version = (select max(x.version) from cordon.profile x
            where x.operation_id = p.operation_id and x.name = p.name)
          order by p.name limit :limit offset :offset
          """;

  static final String COUNT =
      "select count(distinct name) from cordon.profile where operation_id = :operation";

  static final String NAMES =
      "select distinct name from cordon.profile where operation_id = :operation order by name";

  static final String OF_NAME =
      VERSIONS + " and p.name = :name order by p.version desc limit :limit offset :offset";

  static final String COUNT_OF_NAME =
      "select count(*) from cordon.profile where operation_id = :operation and name = :name";

  static final String ONE = VERSIONS + " and p.name = :name and p.version = :version";

  static final String ADD =
      """
      insert into cordon.profile (id, operation_id, name, version, is_withdrawn, yaml, sha256, tables, reason, saved_by)
      values (:id, :operation, :name, :version, :withdrawn, :yaml, :sha256, :tables, :reason, :member)
      on conflict (operation_id, name, version) do nothing
      """;

  private ProfileSql() {}
}
