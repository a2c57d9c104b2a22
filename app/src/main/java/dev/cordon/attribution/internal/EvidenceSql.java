package dev.cordon.attribution.internal;

import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;

/**
 * The steps from records with their holder to evidence of countries.
 *
 * <p>Takes resolution's {@code owned_fact, owned_access, observation, bin_country, prepaid_payment,
 * payment_owner, proposed_account} and the rules' tables {@code connection_kind, masked_kind,
 * no_country, phone_country, zone_country}. Gives {@code evidence_item} and {@code
 * country_evidence}.
 */
final class EvidenceSql {

  /** Evidence of all clusters, cluster by cluster. */
  static final String BY_CLUSTER =
      """
      SELECT cluster_id, kind, country, items, days, first_at, last_at FROM country_evidence
      ORDER BY cluster_id, kind, country\
      """;

  /** Telephone numbers as they occur. */
  static final String NUMBERS =
      "SELECT DISTINCT value FROM observation WHERE kind = 'PHONE' ORDER BY 1";

  /** Time zones as they occur. */
  static final String ZONES =
      "SELECT DISTINCT trim(raw) FROM owned_fact WHERE kind = 'TIME_ZONE' ORDER BY 1";

  private EvidenceSql() {}

  static Plan plan() {
    return paid().then(items()).then(byCluster());
  }

  /** What was really paid, and with which card: an attempt checks nothing. */
  private static Plan paid() {
    return Plan.of(
        new Step(
            "paid_reference",
            """
            SELECT DISTINCT regexp_replace(system, '-guest$', '') AS system, payment_reference
            FROM payments
            WHERE payment_reference IS NOT NULL AND status IN ('paid', 'refunded')\
            """),
        new Step(
            "card_payment",
            """
            SELECT DISTINCT regexp_replace(f.system, '-guest$', '') AS system,
              f.payment_reference, lower(b.funding) = 'prepaid' AS prepaid
            FROM facts f LEFT JOIN bin_country b ON f.kind = 'CARD_BIN' AND b.bin = trim(f.raw)
            WHERE f.kind IN ('CARD_BIN', 'CARD_COUNTRY') AND f.payment_reference IS NOT NULL\
            """),
        new Step(
            "card_paid_order",
            """
            SELECT DISTINCT o.order_system AS system, o.order_key
            FROM payment_owner o
            JOIN paid_reference p
              ON p.system = o.system AND p.payment_reference = o.payment_reference
            JOIN card_payment c
              ON c.system = o.system AND c.payment_reference = o.payment_reference
            WHERE o.order_key IS NOT NULL
            UNION
            SELECT DISTINCT regexp_replace(f.system, '-guest$', ''), f.order_key
            FROM facts f
            JOIN payments p ON p.order_key = f.order_key
              AND regexp_replace(p.system, '-guest$', '') = regexp_replace(f.system, '-guest$', '')
            WHERE f.kind IN ('CARD_BIN', 'CARD_COUNTRY') AND f.order_key IS NOT NULL
              AND p.status IN ('paid', 'refunded')\
            """));
  }

  /** Every record that points somewhere, with what kind of evidence it is. */
  private static Plan items() {
    return Plan.of(
        new Step(
            "card_fact",
            """
            SELECT f.holder, coalesce(b.country, upper(trim(f.raw))) AS country, f.used_at, f.timed,
              f.source, f.source_table, f.source_row,
              CASE WHEN b.bin IS NOT NULL THEN -1 END AS table_number, b.bin_row AS table_row,
              CASE WHEN lower(b.funding) = 'prepaid' OR r.system IS NOT NULL THEN 'CARD_PREPAID'
                WHEN p.system IS NOT NULL THEN 'CARD' ELSE 'CARD_TRIED' END AS kind
            FROM owned_fact f
            LEFT JOIN bin_country b ON f.kind = 'CARD_BIN' AND b.bin = trim(f.raw)
            LEFT JOIN (SELECT DISTINCT regexp_replace(system, '-guest$', '') AS system,
                payment_reference FROM prepaid_payment) r
              ON r.system = regexp_replace(f.system, '-guest$', '')
              AND r.payment_reference = f.payment_reference
            LEFT JOIN paid_reference p
              ON p.system = regexp_replace(f.system, '-guest$', '')
              AND p.payment_reference = f.payment_reference
            WHERE f.kind = 'CARD_COUNTRY' OR f.kind = 'CARD_BIN' AND b.bin IS NOT NULL\
            """),
        new Step(
            "evidence_item",
            """
            SELECT f.holder,
              CASE WHEN o.order_key IS NULL THEN 'DECLARED_ADDRESS' ELSE 'BILLING' END AS kind,
              upper(trim(f.raw)) AS country, f.used_at, f.timed, f.source, f.source_table,
              f.source_row, NULL::INTEGER AS table_number, NULL::INTEGER AS table_row
            FROM owned_fact f
            LEFT JOIN card_paid_order o ON o.order_key = f.order_key
              AND o.system = regexp_replace(f.system, '-guest$', '')
            WHERE f.kind = 'BILLING_COUNTRY' AND NOT f.through_payment
            UNION ALL
            SELECT holder, kind, country, used_at, timed, source, source_table, source_row,
              table_number, table_row
            FROM card_fact
            UNION ALL
            SELECT holder, 'SUBSCRIBER', upper(trim(raw)), used_at, timed, source, source_table,
              source_row, NULL, NULL
            FROM owned_fact WHERE kind = 'SUBSCRIBER_COUNTRY'
            UNION ALL
            SELECT o.holder, 'PHONE', c.country, o.used_at, o.timed, o.source, o.source_table,
              o.source_row, NULL, NULL
            FROM observation o
            JOIN phone_country c ON c.number = o.value
            WHERE o.kind = 'PHONE' AND EXISTS (FROM owned_selector s
              WHERE s.holder = o.holder AND s.kind = 'PHONE' AND s.source = o.source
                AND s.source_table = o.source_table AND s.source_row = o.source_row
                AND regexp_matches(trim(s.raw), '^(\\+|00)'))
            UNION ALL
            SELECT a.holder, k.kind, coalesce(a.country, 'ZZ'), a.used_at, a.used_at IS NOT NULL,
              a.source, a.source_table, a.source_row, a.range_table, a.range_row
            FROM owned_access a
            JOIN connection_kind k ON k.connection = coalesce(a.kind, 'unknown')
            UNION ALL
            SELECT f.holder, 'TIME_ZONE', z.country, f.used_at, f.timed, f.source, f.source_table,
              f.source_row, NULL, NULL
            FROM owned_fact f JOIN zone_country z ON z.zone = trim(f.raw)
            WHERE f.kind = 'TIME_ZONE'
            UNION ALL
            SELECT holder, 'LOCALE', upper(regexp_extract(raw, '[-_]([A-Za-z]{2})$', 1)), used_at,
              timed, source, source_table, source_row, NULL, NULL
            FROM owned_fact WHERE kind = 'LANGUAGE' AND regexp_matches(raw, '[-_][A-Za-z]{2}$')\
            """));
  }

  private static Plan byCluster() {
    return Plan.of(
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
                AS source_row,
              arg_max(e.table_number, (e.timed, e.used_at, e.source_table, e.source_row))
                AS table_number,
              arg_max(e.table_row, (e.timed, e.used_at, e.source_table, e.source_row))
                AS table_row
            FROM evidence_item e
            JOIN proposed_account p USING (holder)
            LEFT JOIN no_country n ON n.country = e.country
            LEFT JOIN masked_kind m ON m.kind = e.kind
            WHERE regexp_matches(e.country, '^[A-Z]{2}$')
              AND (n.country IS NULL OR m.kind IS NOT NULL)
            GROUP BY p.cluster_id, e.kind, e.country\
            """));
  }
}
