package dev.cordon.run;

import java.util.List;

/** What the files hold, asked of the tables resolution and attribution made. */
final class ProposalSql {

  /** A figure: its name, its definition in words, its query. */
  record FigureQuery(String name, String definition, String query) {}

  static final String ACCOUNTS =
      """
      SELECT a.system, a.account, a.cluster_id, coalesce(c.country, ''),
        lower(coalesce(c.strength, 'none')), a.reason
      FROM proposed_account a LEFT JOIN proposed_country c USING (cluster_id)
      ORDER BY a.system, length(a.account), a.account, a.holder\
      """;

  static final String LINKS =
      """
      SELECT x.system || ':' || x.account, y.system || ':' || y.account, l.rule, l.weight, l.flag,
        l.why
      FROM (
        SELECT a, b, rule, value, weight, why,
          CASE WHEN caution = '' THEN flag ELSE 'joined with a caution: ' || caution END AS flag
        FROM proposed_link
        UNION ALL
        SELECT c.a, c.b, 'THROUGH', '', 0,
          'They share nothing that joins them. Brought together only over the link of '
            || p.system || ':' || p.account || ' and ' || q.system || ':' || q.account || '.',
          'joined with a caution: ' || c.caution
        FROM caution_pair c
        JOIN account_holder p ON p.holder = c.over_a
        JOIN account_holder q ON q.holder = c.over_b) l
      JOIN account_holder x ON x.holder = l.a
      JOIN account_holder y ON y.holder = l.b
      ORDER BY l.a, l.b, l.rule, l.value, l.flag\
      """;

  static final String EVIDENCE =
      """
      SELECT cluster_id, kind, country, items, days, first_at, last_at, source, source_table,
        source_row
      FROM country_evidence ORDER BY cluster_id, kind, country\
      """;

  static final String TABLES =
      """
      SELECT name || CASE WHEN version = '' THEN '' ELSE ', ' || version END || ', sha256 ' || sha256
      FROM table_version ORDER BY number\
      """;

  private static final String PAYER =
      "(SELECT DISTINCT p.cluster_id FROM paying_holder JOIN proposed_account p USING (holder))";

  static final String BY_COUNTRY =
      "SELECT c.country, count(*) FROM "
          + PAYER
          + " JOIN proposed_country c USING (cluster_id)"
          + " WHERE c.country IS NOT NULL GROUP BY c.country ORDER BY 2 DESC, 1";

  static final String BY_STRENGTH =
      "SELECT lower(coalesce(c.strength, 'none')), count(*) FROM "
          + PAYER
          + " LEFT JOIN proposed_country c USING (cluster_id) GROUP BY 1 ORDER BY 1";

  static final List<FigureQuery> FIGURES =
      List.of(
          new FigureQuery(
              "accounts",
              "accounts of persons on the seized systems, guests' orders not counted",
              """
              SELECT count(*) FROM proposed_account
              WHERE NOT mailbox AND kind NOT IN ('bot', 'system') AND system NOT LIKE '%-guest'\
              """),
          new FigureQuery(
              "guest_orders",
              "orders of buyers without an account",
              "SELECT count(*) FROM proposed_account WHERE system LIKE '%-guest'"),
          new FigureQuery(
              "returned_mailboxes",
              "mailboxes in the answers of mail providers",
              "SELECT count(*) FROM proposed_account WHERE mailbox"),
          new FigureQuery(
              "paying_accounts",
              "accounts and guests' orders with at least one paid order, refunded ones included",
              "SELECT count(*) FROM paying_holder"),
          new FigureQuery(
              "payers",
              "proposed clusters, single accounts included, with at least one paying account",
              "SELECT count(*) FROM " + PAYER),
          new FigureQuery(
              "proposed_clusters",
              "groups of two or more records proposed as one person's",
              "SELECT count(DISTINCT cluster_id) FROM proposed_account WHERE size > 1"),
          new FigureQuery(
              "clustered_accounts",
              "accounts and guests' orders in a proposed cluster",
              "SELECT count(*) FROM proposed_account WHERE size > 1 AND NOT mailbox"),
          new FigureQuery(
              "links",
              "pairs that share a selector rare enough to propose them as one person's",
              "SELECT count(*) FROM proposed_link WHERE flag = ''"),
          new FigureQuery(
              "links_kept_apart",
              "pairs that share a selector and are flagged instead of joined",
              "SELECT count(*) FROM proposed_link WHERE flag <> ''"),
          new FigureQuery(
              "values_too_common",
              "selector values more accounts hold than their rule allows; they join nothing",
              "SELECT count(*) FROM common_value"),
          new FigureQuery(
              "undetermined",
              "payers whose records point to no country or to several, by the rules",
              "SELECT count(*) FROM "
                  + PAYER
                  + " LEFT JOIN proposed_country c USING (cluster_id) WHERE c.country IS NULL"));

  private ProposalSql() {}
}
