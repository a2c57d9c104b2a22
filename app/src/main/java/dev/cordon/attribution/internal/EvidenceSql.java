package dev.cordon.attribution.internal;

import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;

/**
 * The steps from records with their holder to evidence of countries.
 *
 * <p>Takes resolution's {@code owned_fact, owned_access, observation, bin_country,
 * proposed_account} and the rules' tables {@code connection_kind, no_country, calling_country,
 * zone_country}. Gives {@code evidence_item} and {@code country_evidence}.
 */
final class EvidenceSql {

  /** Evidence of all clusters, cluster by cluster. */
  static final String BY_CLUSTER =
      """
      SELECT cluster_id, kind, country, items, days FROM country_evidence
      ORDER BY cluster_id, kind, country\
      """;

  /** Calling codes as they occur. */
  static final String CALLING_CODES =
      """
      SELECT DISTINCT substr(split_part(value, ' ', 1), 2) FROM observation
      WHERE kind = 'PHONE' ORDER BY 1\
      """;

  /** Time zones as they occur. */
  static final String ZONES =
      "SELECT DISTINCT trim(raw) FROM owned_fact WHERE kind = 'TIME_ZONE' ORDER BY 1";

  private EvidenceSql() {}

  static Plan plan() {
    return Plan.of(
        new Step(
            "evidence_item",
            """
            SELECT holder, 'BILLING' AS kind, upper(trim(raw)) AS country, used_at, timed, source,
              source_table, source_row
            FROM owned_fact WHERE kind = 'BILLING_COUNTRY' AND NOT through_payment
            UNION ALL
            SELECT f.holder, 'CARD', upper(trim(f.raw)), f.used_at, f.timed, f.source,
              f.source_table, f.source_row
            FROM owned_fact f
            LEFT JOIN prepaid_payment p
              ON p.system = f.system AND p.payment_reference = f.payment_reference
            WHERE f.kind = 'CARD_COUNTRY' AND p.system IS NULL
            UNION ALL
            SELECT f.holder, 'CARD', b.country, f.used_at, f.timed, f.source, f.source_table,
              f.source_row
            FROM owned_fact f JOIN bin_country b ON b.bin = trim(f.raw)
            WHERE f.kind = 'CARD_BIN' AND lower(b.funding) <> 'prepaid'
            UNION ALL
            SELECT o.holder, 'PHONE', c.country, o.used_at, o.timed, o.source, o.source_table,
              o.source_row
            FROM observation o
            JOIN calling_country c ON c.code = substr(split_part(o.value, ' ', 1), 2)
            WHERE o.kind = 'PHONE'
            UNION ALL
            SELECT a.holder, k.kind, a.country, a.used_at, a.used_at IS NOT NULL, a.source,
              a.source_table, a.source_row
            FROM owned_access a JOIN connection_kind k ON k.connection = a.kind
            UNION ALL
            SELECT f.holder, 'TIME_ZONE', z.country, f.used_at, f.timed, f.source, f.source_table,
              f.source_row
            FROM owned_fact f JOIN zone_country z ON z.zone = trim(f.raw)
            WHERE f.kind = 'TIME_ZONE'
            UNION ALL
            SELECT holder, 'LOCALE', upper(regexp_extract(raw, '[-_]([A-Za-z]{2})$', 1)), used_at,
              timed, source, source_table, source_row
            FROM owned_fact WHERE kind = 'LOCALE' AND regexp_matches(raw, '[-_][A-Za-z]{2}$')\
            """),
        new Step(
            "country_evidence",
            """
            SELECT p.cluster_id, e.kind, e.country, count(*)::INTEGER AS items,
              count(DISTINCT e.used_at::DATE)::INTEGER AS days,
              min(e.used_at) AS first_at, max(e.used_at) AS last_at,
              arg_max(e.source, (e.timed, e.used_at, e.source_table, e.source_row)) AS source,
              arg_max(e.source_table, (e.timed, e.used_at, e.source_table, e.source_row))
                AS source_table,
              arg_max(e.source_row, (e.timed, e.used_at, e.source_table, e.source_row))
                AS source_row
            FROM evidence_item e
            JOIN proposed_account p USING (holder)
            WHERE regexp_matches(e.country, '^[A-Z]{2}$')
              AND e.country NOT IN (SELECT country FROM no_country)
            GROUP BY p.cluster_id, e.kind, e.country\
            """));
  }
}
