package dev.cordon.resolution.internal;

import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;

/**
 * The records a person looks at behind an account: what was stated, which selectors it used, what
 * it paid, from where it came; each with its source row. No text of messages.
 *
 * <p>Gives {@code owned_payment} and {@code case_record}.
 */
public final class CaseRecordSql {

  private CaseRecordSql() {}

  /** Run after proposing. */
  public static Plan plan() {
    return Plan.of(
        new Step(
            "owned_payment",
            """
            SELECT coalesce(o.holder, f.holder) AS holder, o.holder IS NOT NULL AS own, p.status,
              p.at AS used_at, coalesce(p.method, 'payment') AS method,
              coalesce(p.order_key, p.payment_reference) AS order_text,
              CASE WHEN p.amount_minor IS NULL THEN '' ELSE p.amount_minor || ' minor units ' END
                || coalesce(p.currency, '') || ' ' || p.status AS amount,
              'order ' || coalesce(p.order_key, p.payment_reference, '') AS label,
              p.source, p.source_table, p.source_row
            FROM payments p
            LEFT JOIN order_owner o ON o.order_key = p.order_key
              AND o.system = regexp_replace(p.system, '-guest$', '')
            LEFT JOIN payment_owner f
              ON f.system = p.system AND f.payment_reference = p.payment_reference
            WHERE coalesce(o.holder, f.holder) IS NOT NULL\
            """),
        new Step(
            "case_record",
            """
            SELECT h.holder, 'ACCOUNT' AS kind, h.system AS label,
              h.account || coalesce(' (' || h.handle || ')', '') AS value, h.registered_at AS used_at,
              e.source, e.source_table, e.source_row
            FROM account_holder h
            JOIN account_entry e ON e.system = h.system AND e.account = h.account
            UNION ALL
            SELECT holder, CASE WHEN through_payment AND kind = 'PERSON_NAME' THEN 'CARD_HOLDER'
                ELSE kind END,
              CASE WHEN through_payment THEN 'payment' WHEN order_key IS NULL THEN 'account'
                ELSE 'billing' END,
              left(trim(raw), 500), CASE WHEN timed THEN used_at END, source, source_table, source_row
            FROM owned_fact
            WHERE kind IN ('PERSON_NAME', 'ADDRESS', 'POSTCODE', 'CITY', 'BILLING_COUNTRY',
              'CARD_COUNTRY', 'CARD_BIN', 'PROFILE_LOCATION', 'TIME_ZONE', 'BIRTH_DATE')
            UNION ALL
            SELECT holder, kind, context, left(trim(raw), 500), CASE WHEN timed THEN used_at END,
              source, source_table, source_row
            FROM owned_selector
            WHERE kind IN ('EMAIL', 'RECOVERY_EMAIL', 'PHONE', 'WALLET', 'CARD', 'DEVICE',
              'PROCESSOR_CUSTOMER', 'CARD_TOKEN')
            UNION ALL
            SELECT holder, 'PAYMENT', method, label || ': ' || amount, used_at, source,
              source_table, source_row
            FROM owned_payment
            UNION ALL
            SELECT holder, 'ADDRESS_IP', coalesce(kind, 'unknown') || ' ' || coalesce(country, ''),
              ip, used_at, source, source_table, source_row
            FROM owned_access\
            """));
  }
}
