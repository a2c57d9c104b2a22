package dev.cordon.resolution;

import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;

/** What a run asks of the engine and writes to the database. */
final class RunSql {

  static final String CLUSTERS =
      """
      SELECT a.cluster_id, count(*) FILTER (NOT a.mailbox) AS accounts,
        bool_or(p.holder IS NOT NULL) AS payer, any_value(k.proposal) AS previous,
        any_value(k.number) AS kept_number, coalesce(any_value(k.joined), 0) AS joined,
        coalesce(any_value(k.parted), 0) AS parted
      FROM proposed_account a
      LEFT JOIN paying_holder p USING (holder)
      LEFT JOIN kept_proposal k USING (cluster_id)
      WHERE a.kind NOT IN ('bot', 'system')
      GROUP BY a.cluster_id
      HAVING payer OR (count(*) > 1 AND accounts > 0)
      ORDER BY payer DESC, a.cluster_id\
      """;

  static final String ACCOUNTS =
      """
      SELECT a.holder, a.system, a.account, a.kind, a.handle, a.registered_at, a.mailbox,
        p.holder IS NOT NULL, a.cluster_id, a.reason, e.source, e.source_table, e.source_row
      FROM proposed_account a
      LEFT JOIN paying_holder p USING (holder)
      LEFT JOIN (
        SELECT system, account, min(source) AS source,
          arg_min(source_table, (source, source_table, source_row)) AS source_table,
          arg_min(source_row, (source, source_table, source_row)) AS source_row
        FROM account_entry GROUP BY system, account) e
        ON e.system = a.system AND e.account = a.account
      ORDER BY a.holder\
      """;

  /**
   * Which links are told with which proposals. A table of its own, and columns read as they are:
   * the engine's cache of repeated texts fails on expressions over this join (duckdb 2.0.0).
   */
  static final Plan PLACED_LINKS =
      Plan.of(
          new Step(
              "account_name",
              "SELECT holder, system || ':' || account AS name, cluster_id FROM proposed_account"),
          new Step(
              "placed_link",
              """
              SELECT s.proposal, l.link
              FROM proposed_link l
              JOIN account_name x ON x.holder = l.a
              JOIN saved_proposal s ON s.cluster_id = x.cluster_id
              UNION
              SELECT s.proposal, l.link
              FROM proposed_link l
              JOIN account_name y ON y.holder = l.b
              JOIN saved_proposal s ON s.cluster_id = y.cluster_id\
              """));

  static final String LINKS =
      """
      SELECT p.proposal, x.name, y.name, l.rule, l.weight, l.flag, l.why, l.parts, l.value, l.holders,
        l.caution
      FROM placed_link p
      JOIN proposed_link l USING (link)
      JOIN account_name x ON x.holder = l.a
      JOIN account_name y ON y.holder = l.b
      ORDER BY p.proposal, l.link\
      """;

  static final String PAYMENTS =
      """
      SELECT DISTINCT holder, used_at, label, source, source_table, source_row
      FROM owned_payment WHERE status IN ('paid', 'refunded') AND own
      ORDER BY ALL\
      """;

  static final String RECORDS =
      """
      SELECT s.proposal, r.kind, r.label, r.value, min(r.used_at),
        arg_min(r.source, (r.source, r.source_table, r.source_row)),
        arg_min(r.source_table, (r.source, r.source_table, r.source_row)),
        arg_min(r.source_row, (r.source, r.source_table, r.source_row)),
        to_json(list_sort(list(DISTINCT a.system || ':' || a.account)))::VARCHAR
      FROM case_record r
      JOIN proposed_account a USING (holder)
      JOIN saved_proposal s USING (cluster_id)
      WHERE r.source IS NOT NULL AND r.value <> ''
      GROUP BY s.proposal, r.kind, r.label, r.value
      ORDER BY s.proposal, r.kind, r.label, r.value\
      """;

  static final String PAYING_CLUSTERS =
      "SELECT DISTINCT a.cluster_id FROM proposed_account a JOIN paying_holder p USING (holder)";

  static final String ADD_RUN =
      """
      insert into cordon.resolution_run (id, operation_id, rules, reason, started_by)
      values (:id, :operation, :rules, :reason, :member)
      """;

  static final String ADD_ACCOUNT =
      """
      insert into cordon.resolved_account (run_id, operation_id, holder, system, account, kind, handle, registered_at,
        mailbox, payer, cluster_id, alone_because, source_id, source_table, source_row)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as uuid), ?, ?)
      """;

  static final String ADD_PAYMENT =
      """
      insert into cordon.paid_payment (run_id, operation_id, holder, at, label, source_id, source_table, source_row)
      values (?, ?, ?, ?, ?, cast(? as uuid), ?, ?)
      """;

  static final String ADD_PROPOSAL =
      """
      insert into cordon.proposal (id, run_id, operation_id, number, cluster_id, accounts, payer, previous_id, joined,
        parted)
      values (cast(? as uuid), ?, ?, ?, ?, ?, ?, cast(? as uuid), ?, ?)
      """;

  static final String ADD_LINK =
      """
      insert into cordon.proposal_link (proposal_id, operation_id, place, a, b, rule, weight, flag, why,
        parts, value, holders, caution)
      values (cast(? as uuid), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  static final String ADD_RECORD =
      """
      insert into cordon.proposal_record (proposal_id, operation_id, place, kind, label, value, at, source_id,
        source_table, source_row, accounts)
      values (cast(? as uuid), ?, ?, ?, ?, ?, ?, cast(? as uuid), ?, ?,
        array(select jsonb_array_elements_text(cast(? as jsonb))))
      """;

  private RunSql() {}
}
