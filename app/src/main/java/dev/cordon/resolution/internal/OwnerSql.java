package dev.cordon.resolution.internal;

import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;

/**
 * The steps from records to holders: everything that stands for somebody, and whose an order or a
 * payment is.
 *
 * <p>Takes the views {@code accounts, payments}. Gives {@code account_holder, order_owner,
 * payment_owner, written_owner, paying_holder}. The times of one order in two systems may lie three
 * days apart.
 */
final class OwnerSql {

  private OwnerSql() {}

  /**
   * Everything that stands for somebody: accounts, guests' orders, mailboxes a provider returned.
   */
  static Plan holders() {
    return Plan.of(
        new Step(
            "account_entry",
            """
            SELECT system, account, kind, handle, registered_at, source, source_table, source_row,
              regexp_matches(account, '^[^@ ]+@[^@ ]+$') AS mailbox
            FROM accounts WHERE account <> ''\
            """),
        new Step(
            "account_group",
            """
            SELECT system, account, min(kind) AS kind, min(handle) AS handle,
              min(registered_at) AS registered_at, mailbox,
              CASE WHEN mailbox THEN source END AS source,
              CASE WHEN mailbox THEN source_table END AS source_table,
              CASE WHEN mailbox THEN source_row END AS source_row
            FROM account_entry
            GROUP BY ALL
            UNION ALL
            SELECT DISTINCT p.system, p.account, 'member', NULL::VARCHAR, NULL::TIMESTAMP, false,
              NULL::VARCHAR, NULL::VARCHAR, NULL::BIGINT
            FROM payments p
            WHERE p.account IS NOT NULL AND NOT EXISTS (
              FROM account_entry e WHERE e.system = p.system AND e.account = p.account)\
            """),
        new Step(
            "account_holder",
            """
            SELECT (row_number() OVER (
                ORDER BY system, account, registered_at, source, source_table, source_row) - 1
              )::INTEGER AS holder,
              *, count(*) OVER (PARTITION BY system, account) > 1 AS several
            FROM account_group\
            """));
  }

  /** Which account an order or a payment belongs to. */
  static Plan owners() {
    return Plan.of(
        new Step(
            "order_owner",
            """
            WITH held AS (
              SELECT p.*, h.holder FROM payments p
              JOIN account_holder h ON h.system = p.system AND h.account = p.account
              WHERE NOT h.mailbox
              UNION ALL
              SELECT p.*, h.holder FROM payments p
              JOIN account_holder h ON h.account = p.order_key
                AND h.system = regexp_replace(p.system, '-guest$', '') || '-guest'
              WHERE p.account IS NULL)
            SELECT regexp_replace(system, '-guest$', '') AS system, order_key,
              regexp_extract(order_key, '[0-9]+') AS number, min(holder) AS holder,
              min("at") AS ordered_at, min(payment_reference) AS payment_reference
            FROM held
            WHERE order_key IS NOT NULL
            GROUP BY ALL\
            """),
        new Step(
            "reference_owner",
            """
            SELECT payment_reference, min(holder) AS holder, min(system) AS system,
              min(order_key) AS order_key
            FROM order_owner WHERE payment_reference <> ''
            GROUP BY payment_reference HAVING count(DISTINCT holder) = 1\
            """),
        new Step(
            "foreign_payment",
            """
            SELECT DISTINCT p.system, p.payment_reference, p.order_key, p.at AS paid_at,
              regexp_extract(p.order_key, '[0-9]+') AS number
            FROM payments p
            WHERE p.payment_reference IS NOT NULL AND p.system NOT IN (
              SELECT system FROM order_owner UNION SELECT system || '-guest' FROM order_owner)\
            """),
        new Step(
            "number_owner",
            """
            SELECT f.system, f.payment_reference, min(o.holder) AS holder,
              min(o.system) AS order_system, min(o.order_key) AS order_key
            FROM foreign_payment f JOIN order_owner o ON o.number = f.number
            WHERE f.number <> '' AND (f.paid_at IS NULL OR o.ordered_at IS NULL
              OR f.paid_at BETWEEN o.ordered_at - INTERVAL 3 DAY AND o.ordered_at + INTERVAL 3 DAY)
            GROUP BY ALL HAVING count(DISTINCT o.holder) = 1\
            """),
        new Step(
            "payment_owner",
            """
            SELECT f.system, f.payment_reference,
              min(coalesce(r.holder, n.holder)) AS holder,
              min(coalesce(r.system, n.order_system)) AS order_system,
              min(coalesce(r.order_key, n.order_key)) AS order_key,
              min(f.order_key) AS order_key_written
            FROM foreign_payment f
            LEFT JOIN reference_owner r USING (payment_reference)
            LEFT JOIN number_owner n
              ON n.system = f.system AND n.payment_reference = f.payment_reference
            WHERE coalesce(r.holder, n.holder) IS NOT NULL
            GROUP BY f.system, f.payment_reference\
            """),
        new Step(
            "written_owner",
            """
            SELECT system, order_key_written, min(holder) AS holder
            FROM payment_owner WHERE order_key_written IS NOT NULL
            GROUP BY ALL HAVING count(DISTINCT holder) = 1\
            """));
  }

  /** Who paid: a paid or refunded order, or a paid payment that belongs to one. */
  static Plan payers() {
    return Plan.of(
        new Step(
            "paying_holder",
            """
            SELECT o.holder FROM order_owner o
            JOIN payments p ON p.order_key = o.order_key
              AND regexp_replace(p.system, '-guest$', '') = o.system
            WHERE p.status IN ('paid', 'refunded')
            UNION
            SELECT o.holder FROM payment_owner o
            JOIN payments p ON p.system = o.system AND p.payment_reference = o.payment_reference
            WHERE p.status IN ('paid', 'refunded')\
            """));
  }
}
