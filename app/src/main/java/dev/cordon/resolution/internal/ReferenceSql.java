package dev.cordon.resolution.internal;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;
import dev.cordon.resolution.AddressRanges;
import dev.cordon.resolution.ReferenceTables;
import java.util.List;

/** Brings the reference tables to the records: {@code bin_country} and {@code ip_place}. */
final class ReferenceSql {

  private ReferenceSql() {}

  /** Each address of the records with its place and line; and every access with its holder. */
  static void write(Engine engine, ReferenceTables tables) {
    engine.create(
        "bin_country",
        List.of("bin VARCHAR", "country VARCHAR", "funding VARCHAR", "bin_row INTEGER"),
        writer ->
            tables
                .cards()
                .forEach(
                    card -> writer.row(card.bin(), card.country(), card.funding(), card.row())));
    engine.create(
        "ip_place",
        List.of(
            "ip VARCHAR", "line VARCHAR", "country VARCHAR", "kind VARCHAR", "range_row INTEGER"),
        writer ->
            engine.read(
                "SELECT DISTINCT ip FROM accesses WHERE ip IS NOT NULL ORDER BY ip",
                row -> {
                  String ip = row.getString(1);
                  AddressRanges.Place place = tables.addresses().place(ip).orElse(null);
                  writer.row(
                      ip,
                      AddressRanges.line(ip).orElse(null),
                      place == null ? null : place.country(),
                      place == null ? null : place.kind(),
                      place == null ? null : place.row());
                }));
  }

  /** Accesses with their holder and place. */
  static Plan accesses(int parts) {
    return Plan.of(
        new Step(
            "owned_access",
            """
            SELECT coalesce(h.holder, m.holder, g.holder, o.holder, w.holder) AS holder,
              s.ip, i.line, i.country, i.kind, i.range_row, s.at AS used_at, s.action, s.device,
              s.source, s.source_table, s.source_row
            FROM accesses s
            JOIN ip_place i USING (ip)
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
