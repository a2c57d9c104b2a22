package dev.cordon.resolution;

import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;

/** How a run finds what was before. */
final class ContinuitySql {

  static final String PREVIOUS_ACCOUNTS =
      """
      select distinct p.id::text, p.number, a.system || ':' || a.account
      from cordon.current_run r
      join cordon.proposal p on p.run_id = r.id
      join cordon.resolved_account a on a.run_id = p.run_id and a.cluster_id = p.cluster_id
      where r.operation_id = ?
      """;

  static final String SUBJECT_ACCOUNTS =
      """
      select distinct s.id::text, s.number, a.system || ':' || a.account
      from cordon.subject_state s
      join cordon.proposal p on p.id = s.proposal_id
      join cordon.resolved_account a on a.run_id = p.run_id and a.cluster_id = p.cluster_id
      where s.operation_id = ? and s.state = 'confirmed'
      """;

  static final String HIGHEST_NUMBER =
      """
      select max(substr(number, 3)::integer) from cordon.proposal where operation_id = ? and number ~ '^P-[0-9]{1,9}$'
      """;

  static final String ADD_PLACE =
      """
      insert into cordon.subject_place (run_id, operation_id, subject_id, proposal_id)
      values (?, ?, cast(? as uuid), cast(? as uuid))
      """;

  /** The cluster with most of a subject's accounts; of equal ones the first by its name. */
  static final String SUBJECT_HOME =
      """
      SELECT subject, arg_min(cluster_id, (-accounts, cluster_id)) AS cluster_id
      FROM (
        SELECT s.subject, a.cluster_id, count(DISTINCT s.account) AS accounts
        FROM subject_account s JOIN proposed_account a ON a.system || ':' || a.account = s.account
        GROUP BY ALL)
      GROUP BY subject\
      """;

  private ContinuitySql() {}

  static Plan kept() {
    return Plan.of(
        new Step(
            "proposal_overlap",
            """
            SELECT a.cluster_id, p.proposal, p.number, count(DISTINCT p.account) AS accounts
            FROM previous_account p JOIN proposed_account a ON a.system || ':' || a.account = p.account
            GROUP BY ALL\
            """),
        new Step(
            "proposal_home",
            """
            SELECT proposal, number, max(accounts) AS accounts,
              arg_min(cluster_id, (-accounts, cluster_id)) AS cluster_id
            FROM proposal_overlap GROUP BY proposal, number\
            """),
        new Step(
            "kept_proposal",
            """
            WITH chosen AS (
              SELECT cluster_id, arg_min(proposal, (-accounts, number)) AS proposal,
                arg_min(number, (-accounts, number)) AS number, max(accounts) AS accounts
              FROM proposal_home GROUP BY cluster_id)
            SELECT c.cluster_id, c.proposal, c.number,
              ((SELECT count(DISTINCT a.system || ':' || a.account) FROM proposed_account a
                WHERE a.cluster_id = c.cluster_id) - c.accounts)::INTEGER AS joined,
              ((SELECT count(DISTINCT p.account) FROM previous_account p
                WHERE p.proposal = c.proposal) - c.accounts)::INTEGER AS parted
            FROM chosen c\
            """));
  }
}
