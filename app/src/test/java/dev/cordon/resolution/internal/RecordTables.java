package dev.cordon.resolution.internal;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;
import java.util.List;

/** Tables of the form of the record views, from a few invented rows. */
final class RecordTables {

  private RecordTables() {}

  static void create(
      Engine engine,
      List<String[]> accounts,
      List<String[]> selectors,
      List<String[]> facts,
      List<String[]> accesses) {
    fill(
        engine,
        "account_rows",
        List.of("system VARCHAR", "account VARCHAR", "handle VARCHAR"),
        accounts);
    fill(
        engine,
        "selector_rows",
        List.of("system VARCHAR", "account VARCHAR", "kind VARCHAR", "raw VARCHAR"),
        selectors);
    fill(
        engine,
        "fact_rows",
        List.of("system VARCHAR", "account VARCHAR", "kind VARCHAR", "raw VARCHAR"),
        facts);
    fill(
        engine,
        "access_rows",
        List.of("account VARCHAR", "ip VARCHAR", "moment VARCHAR", "device VARCHAR"),
        accesses);
    engine.run(views());
  }

  private static Plan views() {
    String origin = "'source' AS source, 'table' AS source_table, 1::BIGINT AS source_row, ";
    String holder = "NULL::VARCHAR AS order_key, NULL::VARCHAR AS payment_reference, ";
    return Plan.of(
        new Step(
            "accounts",
            "SELECT "
                + origin
                + "*, 'member' AS kind, NULL::TIMESTAMP AS registered_at"
                + " FROM account_rows"),
        new Step(
            "selectors",
            "SELECT "
                + origin
                + holder
                + "*, NULL::VARCHAR AS value, NULL::TIMESTAMP AS \"at\", 'test' AS context"
                + " FROM selector_rows"),
        new Step(
            "facts",
            "SELECT "
                + origin
                + holder
                + "*, NULL::VARCHAR AS value, NULL::TIMESTAMP AS \"at\" FROM fact_rows"),
        new Step(
            "accesses",
            "SELECT "
                + origin
                + "(SELECT min(a.system) FROM account_rows a WHERE a.account = r.account) AS system,"
                + " NULL::VARCHAR AS order_key, account, ip,"
                + " moment::TIMESTAMP AS \"at\", 'log-in' AS action, device"
                + " FROM access_rows r"),
        new Step(
            "payments",
            "SELECT "
                + origin
                + holder
                + "'shop' AS system, NULL::VARCHAR AS account, 'paid' AS status,"
                + " 1::BIGINT AS amount_minor, 'EUR' AS currency, 'card' AS method,"
                + " NULL::TIMESTAMP AS \"at\" WHERE false"));
  }

  private static void fill(Engine engine, String table, List<String> columns, List<String[]> rows) {
    engine.create(table, columns, writer -> rows.forEach(row -> writer.row((Object[]) row)));
  }
}
