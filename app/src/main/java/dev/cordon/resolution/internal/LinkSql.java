package dev.cordon.resolution.internal;

import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;

/**
 * The steps from candidate pairs to judged links, and from groups to proposed clusters.
 *
 * <p>Takes {@code candidate} and what the judge and the clustering wrote ({@code link_outcome},
 * {@code holder_group}). Gives {@code proposed_link} and {@code proposed_account}.
 */
final class LinkSql {

  /** Numbered pairs in the order the judge reads them. */
  static final String PAIRS =
      """
      SELECT link, kind, value, a, b, strength, weight, meets, programs_differ, others_differ
      FROM candidate_pair ORDER BY link\
      """;

  /** The names people stated on the holders that occur in a pair. */
  static final String NAMES =
      """
      SELECT holder, name FROM stated_name
      WHERE holder IN (SELECT holder FROM shared_holder)
      ORDER BY holder, name\
      """;

  /** The mailboxes, as spelled, of the holders that occur in a pair. */
  static final String MAILBOXES =
      """
      SELECT DISTINCT holder, spelled || '@' || domain AS mailbox FROM mailbox_observation
      WHERE kind = 'EMAIL' AND NOT household
        AND holder IN (SELECT holder FROM shared_holder)
      ORDER BY holder, mailbox\
      """;

  /** Holders a person judged. */
  static final String JUDGED =
      """
      SELECT x.holder, y.holder, j.verdict FROM judged_pair j
      JOIN account_holder x ON x.system || ':' || x.account = j.a
      JOIN account_holder y ON y.system || ':' || y.account = j.b
      WHERE x.holder <> y.holder AND j.verdict <> 'UNSURE' ORDER BY ALL\
      """;

  private LinkSql() {}

  /** Numbers the pairs; a recovery link is dropped where the pair shares that mailbox anyway. */
  static Plan pairs() {
    return Plan.of(
        new Step(
            "line_meeting",
            """
            SELECT DISTINCT c.a, c.b, c.value
            FROM candidate c
            JOIN home_use x ON x.holder = c.a AND x.line = c.value
            JOIN home_use y ON y.holder = c.b AND y.line = c.value
            WHERE c.kind = 'HOME_LINE'
              AND abs(date_diff('hour', x.used_hour, y.used_hour)) <= 24\
            """),
        new Step(
            "same_program",
            """
            SELECT DISTINCT c.a, c.b
            FROM (SELECT DISTINCT a, b FROM candidate WHERE kind IN ('HOME_LINE', 'ADDRESS')) c
            JOIN program_use x ON x.holder = c.a
            JOIN program_use y ON y.holder = c.b AND y.program = x.program\
            """),
        new Step(
            "pair_other",
            """
            SELECT a, b FROM (
              SELECT c.a, c.b, x.kind, bool_or(x.value = y.value) AS common
              FROM (SELECT DISTINCT a, b FROM candidate WHERE kind IN ('HOME_LINE', 'ADDRESS')) c
              JOIN observation x ON x.holder = c.a AND x.kind IN ('PHONE', 'CARD')
              JOIN observation y ON y.holder = c.b AND y.kind = x.kind
              GROUP BY ALL)
            GROUP BY a, b HAVING NOT bool_or(common)\
            """),
        new Step(
            "candidate_pair",
            """
            SELECT (row_number() OVER (ORDER BY c.kind, c.value, c.a, c.b) - 1)::INTEGER AS link,
              c.*, c.kind <> 'HOME_LINE' OR m.a IS NOT NULL AS meets,
              s.a IS NULL AND x.holder IS NOT NULL AND y.holder IS NOT NULL AS programs_differ,
              t.a IS NOT NULL AS others_differ
            FROM candidate c
            LEFT JOIN line_meeting m ON c.kind = 'HOME_LINE' AND m.a = c.a AND m.b = c.b
              AND m.value = c.value
            LEFT JOIN (SELECT DISTINCT holder FROM program_use) x ON x.holder = c.a
            LEFT JOIN (SELECT DISTINCT holder FROM program_use) y ON y.holder = c.b
            LEFT JOIN same_program s ON s.a = c.a AND s.b = c.b
            LEFT JOIN pair_other t ON t.a = c.a AND t.b = c.b
            LEFT JOIN (SELECT a, b, value FROM candidate WHERE kind LIKE 'EMAIL%') e
              ON c.kind = 'RECOVERY' AND e.a = c.a AND e.b = c.b AND e.value = c.value
            WHERE e.a IS NULL\
            """));
  }

  /** Links in words. */
  static Plan links() {
    return Plan.of(
        new Step(
            "plain_link",
            """
            SELECT p.link, p.a, p.b, p.kind AS rule, p.value, p.weight, p.strength, p.holders,
              coalesce(o.flag, '') AS flag,
              'Both hold ' || r.says || ' (' || p.value || '), held by ' || p.holders || ' of '
                || (SELECT count(*) FROM account_holder) || ' accounts.'
                || CASE WHEN o.flag IS NULL THEN ''
                  ELSE ' Not taken as one person: ' || o.flag || '.' END AS why,
              'the value is held by ' || p.holders || ' accounts +' || round(p.weight, 1) AS parts
            FROM candidate_pair p
            JOIN kind_rule r USING (kind)
            LEFT JOIN link_outcome o USING (link)
            UNION ALL
            SELECT (SELECT count(*) FROM candidate_pair) + t.link, t.a, t.b, 'TOGETHER', '',
              t.bits, t.strength, 2, t.flag,
              'Traces that show nobody alone, added up: ' || t.parts || '. Together '
                || t.bits || ' bits of the ' || t.threshold || ' needed.'
                || CASE WHEN t.flag = '' THEN ''
                  ELSE ' Not taken as one person: ' || t.flag || '.' END,
              t.parts
            FROM together t
            UNION ALL
            SELECT (SELECT count(*) FROM candidate_pair) + (SELECT count(*) FROM together) + j.link,
              j.a, j.b, 'JUDGED', '', 0, 'STRONG', 2, j.flag,
              CASE j.verdict WHEN 'SAME' THEN 'A person judged these accounts the same.'
                ELSE 'A person judged these accounts not the same.' END
                || CASE WHEN j.verdict = 'NOT_SAME' OR j.flag = '' THEN ''
                  ELSE ' Not followed: ' || j.flag || '.' END,
              ''
            FROM judged_link j\
            """));
  }

  /**
   * Links with what they leave in doubt, clusters with their ids, and the reason of who stands
   * alone.
   */
  static Plan proposals() {
    return Plan.of(
        new Step(
            "proposed_link",
            """
            SELECT l.* REPLACE (l.why || CASE WHEN c.link IS NULL THEN ''
                ELSE ' Taken as one person with a caution: ' || c.caution || '.' END AS why),
              coalesce(c.caution, '') AS caution
            FROM plain_link l LEFT JOIN link_caution c USING (link)\
            """),
        new Step(
            "cluster_name",
            """
            SELECT g.representative, count(*)::INTEGER AS size,
              'C-' || substr(sha256(any_value(h.system || '/' || h.account || '/'
                || coalesce(h.source_row, 0))), 1, 16) AS cluster_id
            FROM holder_group g JOIN account_holder h ON h.holder = g.representative
            GROUP BY g.representative\
            """),
        new Step(
            "proposed_account",
            """
            SELECT h.holder, h.system, h.account, h.kind, h.handle, h.registered_at, h.mailbox,
              c.cluster_id, c.size,
              CASE WHEN c.size > 1 THEN ''
                WHEN h.kind IN ('bot', 'system') THEN 'not an account of a person'
                WHEN l.holder IS NOT NULL THEN 'shares only what does not show one person: ' || l.flags
                WHEN s.holder IS NULL THEN 'no usable selector'
                WHEN k.holder IS NOT NULL THEN 'shares only values too many accounts hold'
                ELSE 'shares no selector with another account' END AS reason
            FROM account_holder h
            JOIN holder_group g USING (holder)
            JOIN cluster_name c USING (representative)
            LEFT JOIN (SELECT DISTINCT holder FROM observation) s USING (holder)
            LEFT JOIN (SELECT DISTINCT o.holder FROM observation o
              JOIN common_value v ON v.kind = o.kind AND v.value = o.value) k USING (holder)
            LEFT JOIN (
              SELECT holder, string_agg(DISTINCT flag, ', ' ORDER BY flag) AS flags
              FROM (SELECT a AS holder, flag FROM proposed_link WHERE flag <> ''
                UNION ALL SELECT b, flag FROM proposed_link WHERE flag <> '')
              GROUP BY holder) l USING (holder)\
            """));
  }
}
