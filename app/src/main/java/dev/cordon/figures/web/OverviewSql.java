package dev.cordon.figures.web;

/** The statements behind the overview; each reads under the reader's own rights. */
final class OverviewSql {

  /** Which columns the stages publish; a lane whose stage publishes nothing yet is left out. */
  static final String PUBLISHED =
      """
      select c.relname || '.' || a.attname
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where n.nspname = 'cordon' and c.relkind in ('r', 'v', 'm')
      """;

  static final String PACKAGE_STATES =
      """
      select country, state, count(*) as packages from cordon.package_state
      where operation_id = :operation and state in ('draft', 'released', 'received')
      group by country, state
      """;

  static final String QUEUE =
      """
      select coalesce(sum(waiting), 0)::bigint from cordon.queue_count where operation_id = :operation
      """;

  static final String PROPOSALS_WAITING =
      """
      select count(*) from cordon.proposed_cluster c
      where c.operation_id = :operation and c.payer
        and not exists (select from cordon.confirmed_subject s where s.proposal_id = c.id)
      """;

  static String perDay(Happening.Kind kind) {
    return "select (h.at at time zone 'UTC')::date as day, count(*) as happened from ("
        + kind.sql()
        + ") h group by 1 order by 1";
  }

  static String between(Happening.Kind kind) {
    return "select * from ("
        + kind.sql()
        + ") h where (h.at at time zone 'UTC')::date between :from and :to"
        + " order by h.at, h.label limit :limit offset :offset";
  }

  static String countBetween(Happening.Kind kind) {
    return "select count(*) from ("
        + kind.sql()
        + ") h where (h.at at time zone 'UTC')::date between :from and :to";
  }

  private OverviewSql() {}
}
