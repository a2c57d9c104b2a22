package dev.cordon.resolution.internal;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;
import dev.cordon.reference.Addresses;
import dev.cordon.reference.TableVersion;
import dev.cordon.resolution.ReferenceTables;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings the reference tables to the records: {@code bin_country}, {@code ip_place} and {@code
 * table_version}.
 */
final class ReferenceSql {

  /** The number of the table of cards among the tables; those of addresses count from 0. */
  static final int CARD_TABLE = -1;

  /** Stands for a day nobody knows, and for every day where no table depends on it. */
  private static final String NO_DAY = "0001-01-01";

  private static final Step USED_DAY =
      new Step(
          "ip_day",
          """
          SELECT DISTINCT ip, CASE WHEN (SELECT dated FROM place_rule)
              THEN coalesce("at"::DATE::VARCHAR, '0001-01-01') ELSE '0001-01-01' END AS used_day
          FROM accesses WHERE ip IS NOT NULL\
          """);

  private ReferenceSql() {}

  /** Each address of the records with its place and line; and every access with its holder. */
  static void write(Engine engine, ReferenceTables tables) {
    engine.create(
        "bin_country",
        List.of("bin VARCHAR", "country VARCHAR", "funding VARCHAR", "bin_row INTEGER"),
        writer ->
            tables
                .cards()
                .cards()
                .forEach(
                    card -> writer.row(card.bin(), card.country(), card.funding(), card.row())));
    engine.create("place_rule", List.of("dated BOOLEAN"), writer -> writer.row(tables.isDated()));
    engine.run(Plan.of(USED_DAY));
    engine.create(
        "ip_place",
        List.of(
            "ip VARCHAR",
            "used_day VARCHAR",
            "line VARCHAR",
            "country VARCHAR",
            "kind VARCHAR",
            "range_table INTEGER",
            "range_row INTEGER"),
        writer ->
            engine.read(
                "SELECT ip, used_day FROM ip_day ORDER BY ALL",
                row -> place(writer, tables, row.getString(1), day(row.getString(2)))));
    engine.create(
        "table_version",
        List.of(
            "number INTEGER",
            "name VARCHAR",
            "version VARCHAR",
            "sha256 VARCHAR",
            "table_rows INTEGER"),
        writer -> versions(writer, tables));
  }

  private static void place(
      Engine.RowWriter writer, ReferenceTables tables, String ip, @Nullable LocalDate day) {
    ReferenceTables.Answer found = tables.place(ip, day).orElse(null);
    writer.row(
        ip,
        day == null ? NO_DAY : day.toString(),
        Addresses.line(ip).orElse(null),
        found == null ? null : found.place().country(),
        found == null ? null : found.place().kind(),
        found == null ? null : found.table(),
        found == null ? null : found.place().row());
  }

  private static void versions(Engine.RowWriter writer, ReferenceTables tables) {
    for (int number = 0; number < tables.addresses().size(); number++) {
      version(writer, number, tables.addresses().get(number).version());
    }
    if (tables.cards().version().rows() > 0) {
      version(writer, CARD_TABLE, tables.cards().version());
    }
  }

  private static void version(Engine.RowWriter writer, int number, TableVersion version) {
    writer.row(number, version.name(), version.version(), version.sha256(), version.rows());
  }

  private static @Nullable LocalDate day(String text) {
    return text.equals(NO_DAY) ? null : LocalDate.parse(text);
  }

  /**
   * Accesses with their holder and place. The day is worked out before the join: a question inside
   * a join's condition makes the engine pair every access with every address first.
   */
  static Plan accesses(int parts) {
    return Plan.of(
        new Step(
            "owned_access",
            """
            SELECT coalesce(h.holder, m.holder, g.holder, o.holder, w.holder) AS holder,
              s.ip, i.line, i.country, i.kind, i.range_table, i.range_row, s.at AS used_at, s.action, s.device,
              s.source, s.source_table, s.source_row
            FROM (
              SELECT a.*, CASE WHEN r.dated THEN coalesce(a.at::DATE::VARCHAR, '0001-01-01')
                ELSE '0001-01-01' END AS used_day
              FROM accesses a CROSS JOIN place_rule r) s
            JOIN ip_place i ON i.ip = s.ip AND i.used_day = s.used_day
            LEFT JOIN (FROM account_holder WHERE NOT several) h
              ON h.system = s.system AND h.account = s.account
            LEFT JOIN (FROM account_holder WHERE several) m
              ON m.system = s.system AND m.account = s.account AND m.source = s.source
              AND m.source_table = s.source_table AND m.source_row = s.source_row
            LEFT JOIN (FROM account_holder WHERE system LIKE '%-guest') g
              ON g.account = CASE WHEN s.account IS NULL THEN s.order_key END
              AND g.system = regexp_replace(s.system, '-guest$', '') || '-guest'
            LEFT JOIN order_owner o
              ON o.order_key = CASE WHEN s.account IS NULL THEN s.order_key END
              AND o.system = regexp_replace(s.system, '-guest$', '')
            LEFT JOIN written_owner w
              ON w.order_key_written = CASE WHEN s.account IS NULL THEN s.order_key END
              AND w.system = s.system
            WHERE hash(s.source_row) % {parts} = {part}
              AND coalesce(h.holder, m.holder, g.holder, o.holder, w.holder) IS NOT NULL\
            """,
            parts),
        new Step(
            "program_use",
            """
            SELECT DISTINCT holder, trim(device) AS program FROM owned_access
            WHERE device LIKE '%/%'\
            """),
        new Step(
            "home_use",
            """
            SELECT DISTINCT a.holder, a.line, date_trunc('hour', a.used_at) AS used_hour
            FROM owned_access a JOIN account_holder h USING (holder)
            WHERE a.kind = 'residential' AND a.line IS NOT NULL
              AND h.kind NOT IN ('bot', 'system')\
            """));
  }
}
