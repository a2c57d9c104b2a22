package dev.cordon.intake;

import java.util.List;

/**
 * What a person's rows are found by: the account, the orders of the account, the payments of these
 * orders (by reference, or by the order's number within three days where only one order has it),
 * the rows that repeat one of these.
 */
final class PersonSql {

  static final List<String> TABLES =
      List.of(
          "CREATE TABLE sought_account (system VARCHAR, account VARCHAR)",
          "CREATE TABLE sought_order (system VARCHAR, order_key VARCHAR)",
          "CREATE TABLE sought_reference (payment_reference VARCHAR)",
          "CREATE TABLE found (source VARCHAR, source_table VARCHAR, source_row BIGINT)");

  /** Accounts that carry a selector; an address or a device is shared and says nobody's name. */
  static final String ACCOUNTS_BY_SELECTOR =
      """
      INSERT INTO sought_account
      SELECT system, account FROM selectors
      WHERE account IS NOT NULL AND kind NOT IN ('IP', 'DEVICE')
        AND (lower(trim(raw)) = $1 OR lower(value) = $1)
      UNION
      SELECT system, account FROM accounts WHERE lower(account) = $1 AND account LIKE '%@%'\
      """;

  static final String ORDERS_BY_SELECTOR =
      """
      INSERT INTO sought_order
      SELECT DISTINCT regexp_replace(system, '-guest$', ''), order_key FROM selectors
      WHERE account IS NULL AND order_key IS NOT NULL AND kind NOT IN ('IP', 'DEVICE')
        AND (lower(trim(raw)) = $1 OR lower(value) = $1)\
      """;

  static final String ROWS_BY_SELECTOR =
      """
      INSERT INTO found
      SELECT source, source_table, source_row FROM selectors
      WHERE lower(trim(raw)) = $1 OR lower(value) = $1
      UNION
      SELECT source, source_table, source_row FROM accesses
      WHERE lower(ip) = $1 OR lower(device) = $1\
      """;

  static final String ORDERS =
      """
      INSERT INTO sought_order
      SELECT regexp_replace(p.system, '-guest$', ''), p.order_key FROM payments p
      JOIN sought_account a ON a.system = p.system AND a.account = p.account
      WHERE p.order_key IS NOT NULL
      UNION
      SELECT regexp_replace(system, '-guest$', ''), account FROM sought_account
      WHERE system LIKE '%-guest'\
      """;

  static final String REFERENCES =
      """
      INSERT INTO sought_reference
      WITH mine AS (
        SELECT p.payment_reference FROM payments p
        JOIN sought_account a ON a.system = p.system AND a.account = p.account
        UNION
        SELECT p.payment_reference FROM payments p
        JOIN sought_order o ON o.system = regexp_replace(p.system, '-guest$', '')
          AND o.order_key = p.order_key
        UNION
        SELECT p.payment_reference FROM payments p
        JOIN found f USING (source, source_table, source_row)),
      others AS (
        SELECT p.payment_reference FROM payments p
        ANTI JOIN sought_account a ON a.system = p.system AND a.account = p.account
        WHERE p.account IS NOT NULL)
      SELECT payment_reference FROM mine
      WHERE payment_reference <> '' AND payment_reference NOT IN (
        SELECT payment_reference FROM others WHERE payment_reference IS NOT NULL)\
      """;

  static final String REFERENCES_BY_NUMBER =
      """
      INSERT INTO sought_reference
      WITH placed AS (
        SELECT regexp_replace(p.system, '-guest$', '') AS system, p.order_key, min(p.at) AS placed_at,
          regexp_extract(p.order_key, '[0-9]+') AS number
        FROM payments p
        WHERE p.order_key IS NOT NULL AND (p.account IS NOT NULL OR EXISTS (
          FROM accounts g WHERE g.account = p.order_key
            AND g.system = regexp_replace(p.system, '-guest$', '') || '-guest'))
        GROUP BY ALL),
      mine AS (SELECT p.* FROM placed p JOIN sought_order USING (system, order_key)),
      others AS (SELECT p.* FROM placed p ANTI JOIN sought_order USING (system, order_key)),
      elsewhere AS (
        SELECT DISTINCT payment_reference, p.at AS paid_at, regexp_extract(order_key, '[0-9]+') AS number
        FROM payments p
        WHERE payment_reference <> '' AND system NOT IN (
          SELECT system FROM placed UNION SELECT system || '-guest' FROM placed))
      SELECT DISTINCT e.payment_reference FROM elsewhere e
      JOIN mine m ON m.number = e.number AND e.number <> ''
        AND (e.paid_at IS NULL OR m.placed_at IS NULL
          OR e.paid_at BETWEEN m.placed_at - INTERVAL 3 DAY AND m.placed_at + INTERVAL 3 DAY)
      WHERE e.payment_reference NOT IN (
        SELECT x.payment_reference FROM elsewhere x JOIN others o ON o.number = x.number
          AND (x.paid_at IS NULL OR o.placed_at IS NULL
            OR x.paid_at BETWEEN o.placed_at - INTERVAL 3 DAY AND o.placed_at + INTERVAL 3 DAY))\
      """;

  private static final String BY_ACCOUNT =
      """
      INSERT INTO found SELECT t.source, t.source_table, t.source_row FROM KIND t
      JOIN sought_account a ON a.system = t.system AND a.account = t.account\
      """;

  private static final String BY_ORDER =
      """
      INSERT INTO found SELECT t.source, t.source_table, t.source_row FROM KIND t
      JOIN sought_order o ON o.system = regexp_replace(t.system, '-guest$', '')
        AND o.order_key = t.order_key\
      """;

  private static final String BY_REFERENCE =
      """
      INSERT INTO found SELECT t.source, t.source_table, t.source_row FROM KIND t
      JOIN sought_reference r USING (payment_reference)\
      """;

  static final String REPEATED =
      """
      INSERT INTO found SELECT r.source, r.source_table, r.source_row FROM rows r
      JOIN (SELECT DISTINCT * FROM found) f ON f.source = r.duplicate_of_source
        AND f.source_table = r.duplicate_of_table AND f.source_row = r.duplicate_of_row\
      """;

  static final String ACCOUNTS = "SELECT DISTINCT system, account FROM sought_account ORDER BY ALL";

  static final String FOUND =
      """
      SELECT r.source, r.source_table, r.source_row, r.state FROM rows r
      SEMI JOIN found USING (source, source_table, source_row) ORDER BY ALL\
      """;

  static final String QUARANTINED = "SELECT count(*) FROM rows WHERE state = 'quarantined'";

  private PersonSql() {}

  /** Everything that finds rows of a kind by who holds them. */
  static List<String> held() {
    return RecordKind.recordKinds().stream().flatMap(kind -> held(kind).stream()).toList();
  }

  private static List<String> held(RecordKind kind) {
    return kind.columns().stream()
        .map(column ->
            switch (column.name()) {
              case "account" -> BY_ACCOUNT;
              case "order_key" -> BY_ORDER;
              case "payment_reference" -> BY_REFERENCE;
              default -> "";
            })
        .filter(sql -> !sql.isEmpty())
        .map(sql -> sql.replace("KIND", kind.dataSet()))
        .toList();
  }

  static String countOf(RecordKind kind) {
    return "SELECT count(*) FROM "
        + kind.dataSet()
        + " SEMI JOIN found USING (source, source_table, source_row)";
  }
}
