package dev.cordon.resolution.internal;

import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;

/**
 * The steps from records to observations: who holds an order, a payment, a selector or a name, and
 * every selector in the one form that equal selectors share.
 *
 * <p>Takes the views {@code accounts, selectors, facts, payments} and the tables {@code
 * mailbox_rule, household_word, phone_form}. Gives {@code account_holder}, {@code owned_selector},
 * {@code observation}, {@code stated_name}.
 */
final class ObservationSql {

  private ObservationSql() {}

  /** Every selector and name with its holder. */
  static Plan owned(int parts) {
    return Plan.of(
        new Step("owned_selector", owned("selectors", "s.kind, s.raw, s.context, s.system"), parts),
        new Step("owned_fact", owned("facts", "s.kind, s.raw, s.system, s.order_key"), parts),
        new Step(
            "stated_name",
            """
            SELECT DISTINCT holder, raw AS name FROM owned_fact
            WHERE kind = 'PERSON_NAME' AND raw <> '' AND NOT through_payment\
            """));
  }

  private static String owned(String view, String columns) {
    return """
    SELECT coalesce(h.holder, m.holder, g.holder, o.holder, p.holder) AS holder,
      coalesce(h.holder, m.holder, g.holder, o.holder) IS NULL AS through_payment,
      %s, coalesce(s.at, h.registered_at, m.registered_at) AS used_at,
      s.at IS NOT NULL AS timed, s.payment_reference, s.source, s.source_table, s.source_row
    FROM %s s
    LEFT JOIN (FROM account_holder WHERE NOT several) h
      ON h.system = s.system AND h.account = s.account
    LEFT JOIN (FROM account_holder WHERE several) m
      ON m.system = s.system AND m.account = s.account AND m.source = s.source
      AND m.source_table = s.source_table AND m.source_row = s.source_row
    LEFT JOIN (FROM account_holder WHERE system LIKE '%%-guest') g
      ON g.account = CASE WHEN s.account IS NULL THEN s.order_key END
      AND g.system = regexp_replace(s.system, '-guest$', '') || '-guest'
    LEFT JOIN order_owner o
      ON o.order_key = CASE WHEN s.account IS NULL THEN s.order_key END
      AND o.system = regexp_replace(s.system, '-guest$', '')
    LEFT JOIN payment_owner p
      ON p.payment_reference = CASE WHEN s.account IS NULL THEN s.payment_reference END
      AND p.system = s.system
    WHERE hash(s.source_row) %% {parts} = {part}
      AND coalesce(h.holder, m.holder, g.holder, o.holder, p.holder) IS NOT NULL\
    """
        .formatted(columns, view);
  }

  /**
   * Mailboxes in the form all spellings of one mailbox share, and their owners one after another.
   */
  static Plan mailboxes(int parts) {
    return Plan.of(
        new Step(
            "mailbox_use",
            """
            WITH trimmed AS (
              SELECT holder, kind, used_at, timed, source, source_table, source_row,
                lower(trim(raw)) AS mail
              FROM owned_selector
              WHERE kind IN ('EMAIL', 'RECOVERY_EMAIL') AND holder % {parts} = {part}),
            split AS (
              SELECT *, split_part(mail, '@', 1) AS spelled, split_part(mail, '@', 2) AS domain
              FROM trimmed WHERE regexp_matches(mail, '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$')),
            shortened AS (
              SELECT s.*, coalesce(r.disposable, false) AS disposable,
                coalesce(r.ignore_dots, false) AS ignore_dots,
                CASE WHEN r.ignore_plus THEN split_part(spelled, '+', 1) ELSE spelled END AS part
              FROM split s LEFT JOIN mailbox_rule r USING (domain))
            SELECT * EXCLUDE (part, mail, ignore_dots),
              CASE WHEN ignore_dots THEN replace(part, '.', '') ELSE part END || '@' || domain
                AS mailbox,
              regexp_extract(spelled, '^[^._+-]+') IN (SELECT word FROM household_word)
                AS household
            FROM shortened WHERE part <> ''\
            """,
            parts),
        new Step(
            "mailbox_closed",
            """
            SELECT DISTINCT u.mailbox, c.closed_at
            FROM mailbox_use u
            JOIN (SELECT holder, max(CASE WHEN timed THEN used_at
                    ELSE try_cast(raw AS TIMESTAMP) END) AS closed_at
                  FROM owned_fact WHERE kind = 'CLOSED_AT' GROUP BY holder) c USING (holder)
            JOIN account_holder h USING (holder)
            WHERE u.kind = 'EMAIL' AND h.mailbox AND c.closed_at IS NOT NULL\
            """),
        new Step(
            "mailbox_observation",
            """
            SELECT u.*, u.mailbox || coalesce(' after ' || (
                list_max(list_filter(c.closings, lambda closed: closed <= u.used_at)))::DATE::VARCHAR, '')
                AS form
            FROM mailbox_use u LEFT JOIN (
              SELECT mailbox, list(closed_at) AS closings FROM mailbox_closed GROUP BY mailbox) c
              USING (mailbox)
            WHERE u.holder % {parts} = {part}\
            """,
            parts));
  }

  /** All observations the rules know, without those that may not be used. */
  static Plan observations(int parts, boolean withholds) {
    Plan all = observations(parts, withholds ? "observation_held" : "observation");
    return withholds
        ? all.then(
            Plan.of(
                new Step(
                    "observation",
                    """
                    SELECT * FROM observation_held o
                    WHERE NOT EXISTS (FROM withheld_value w
                      WHERE w.kind = o.kind AND w.digest = sha256(w.salt || o.value))\
                    """)))
        : all;
  }

  private static Plan observations(int parts, String output) {
    return Plan.of(
        new Step(
            "address_use",
            """
            WITH part AS (
              SELECT holder, order_key, min(raw) FILTER (kind = 'ADDRESS') AS street,
                min(raw) FILTER (kind = 'POSTCODE') AS postcode, min(used_at) AS used_at,
                bool_or(timed) AS timed, min(source) AS source, min(source_table) AS source_table,
                min(source_row) FILTER (kind = 'ADDRESS') AS source_row
              FROM owned_fact WHERE kind IN ('ADDRESS', 'POSTCODE') AND NOT through_payment
                AND holder % {parts} = {part}
              GROUP BY holder, order_key),
            folded AS (
              SELECT *, regexp_replace(strip_accents(lower(street)), '[^a-z0-9]+', '', 'g') AS road,
                regexp_replace(upper(postcode), '[^A-Z0-9]+', '', 'g') AS code FROM part)
            SELECT * EXCLUDE (road, code),
              CASE WHEN length(road) >= 5 AND code <> '' THEN road || ' ' || code END AS form
            FROM folded\
            """,
            parts),
        new Step(
            "prepaid_payment",
            """
            SELECT DISTINCT system, payment_reference FROM facts
            WHERE kind = 'CARD_FUNDING' AND lower(raw) = 'prepaid'
            UNION
            SELECT DISTINCT f.system, f.payment_reference
            FROM facts f JOIN bin_country b ON b.bin = f.raw
            WHERE f.kind = 'CARD_BIN' AND lower(b.funding) = 'prepaid'\
            """),
        new Step(
            output,
            """
            SELECT holder,
              CASE WHEN household THEN 'EMAIL_HOUSEHOLD' WHEN disposable THEN 'EMAIL_DISPOSABLE'
                ELSE 'EMAIL' END AS kind,
              form AS value, used_at, timed, source, source_table, source_row
            FROM mailbox_observation WHERE kind = 'EMAIL' AND holder % {parts} = {part}
            UNION ALL
            SELECT holder, 'RECOVERY', form, used_at, timed, source, source_table, source_row
            FROM mailbox_observation
            WHERE NOT household AND holder % {parts} = {part} AND form IN (
              SELECT form FROM mailbox_observation WHERE kind = 'RECOVERY_EMAIL')
            UNION ALL
            SELECT s.holder, CASE WHEN p.system IS NOT NULL THEN 'CARD_PREPAID'
                WHEN s.kind = 'WALLET' AND lower(trim(s.raw)) IN (SELECT address FROM public_wallet)
                  THEN 'WALLET_PUBLIC' ELSE s.kind END,
              CASE s.kind WHEN 'PHONE' THEN f.form WHEN 'DEVICE' THEN lower(trim(s.raw))
                ELSE trim(s.raw) END AS form,
              s.used_at, s.timed, s.source, s.source_table, s.source_row
            FROM owned_selector s
            LEFT JOIN prepaid_payment p ON s.kind = 'CARD'
              AND p.system = s.system AND p.payment_reference = s.payment_reference
            LEFT JOIN holder_region r ON s.kind = 'PHONE' AND r.holder = s.holder
            LEFT JOIN phone_form f ON s.kind = 'PHONE'
              AND f.raw = s.raw AND f.region = coalesce(r.region, '')
            WHERE s.holder % {parts} = {part} AND s.kind NOT IN ('EMAIL', 'RECOVERY_EMAIL')
              AND s.kind IN (SELECT kind FROM kind_rule) AND trim(s.raw) <> ''
              AND (s.kind <> 'PHONE' OR f.form IS NOT NULL)
            UNION ALL
            SELECT holder, 'ADDRESS', form, used_at, timed, source, source_table, source_row
            FROM address_use WHERE form IS NOT NULL AND holder % {parts} = {part}
            UNION ALL
            SELECT DISTINCT h.holder, 'HANDLE', f.form, NULL::TIMESTAMP, false, NULL::VARCHAR,
              NULL::VARCHAR, NULL::BIGINT
            FROM account_holder h
            JOIN account_entry e ON e.system = h.system AND e.account = h.account
            JOIN handle_form f ON f.handle = e.handle
            WHERE h.holder % {parts} = {part} AND NOT h.mailbox AND h.kind NOT IN ('bot', 'system')
            UNION ALL
            SELECT DISTINCT holder, 'HOME_LINE', line, NULL::TIMESTAMP, false, NULL::VARCHAR,
              NULL::VARCHAR, NULL::BIGINT
            FROM home_use WHERE holder % {parts} = {part}\
            """,
            parts));
  }

  /** The country a holder's numbers are written for: the one its bills name, if only one. */
  static Plan regions() {
    return Plan.of(
        new Step(
            "holder_region",
            """
            SELECT holder, min(upper(trim(raw))) AS region FROM owned_fact
            WHERE kind = 'BILLING_COUNTRY' AND length(trim(raw)) = 2
            GROUP BY holder HAVING count(DISTINCT upper(trim(raw))) = 1\
            """));
  }
}
