package dev.cordon.resolution.internal;

import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;

/**
 * The steps from the groups that exclusive selectors made to pairs of groups with traces in common.
 *
 * <p>Takes {@code holder_group}, {@code trace_limit}, {@code shared_holder}, {@code home_use},
 * {@code program_use} and {@code owned_access}. Gives {@code trace_pair}, {@code line_gap} and
 * {@code pair_context}.
 */
final class TraceSql {

  /** Every trace of every pair with what tells the pair's groups apart, pair after pair. */
  static final String TRACES =
      """
      SELECT t.a, t.b, t.kind, t.groups, t.a_holder, t.b_holder, g.hours, c.program_bits,
        c.programs_known, c.countries_known, c.same_country, c.same_system,
        c.numbers_differ, g.by_turns, c.same_program_kind,
        t.value
      FROM trace_pair t
      JOIN pair_context c USING (a, b)
      LEFT JOIN line_gap g ON t.kind = 'HOME_LINE' AND g.a = t.a AND g.b = t.b AND g.value = t.value
      ORDER BY t.a, t.b, t.kind, t.value\
      """;

  /** The holders of every group with a trace. */
  static final String MEMBERS =
      """
      SELECT representative, holder FROM holder_group
      WHERE representative IN (SELECT a FROM trace_pair UNION SELECT b FROM trace_pair)
      ORDER BY representative, holder\
      """;

  private TraceSql() {}

  static Plan pairs(int parts) {
    return Plan.of(
        new Step(
            "shared_trace",
            """
            SELECT f.* FROM (
              SELECT s.kind, s.value, count(DISTINCT g.representative)::INTEGER AS groups
              FROM shared_holder s
              JOIN holder_group g USING (holder)
              JOIN account_holder h USING (holder)
              WHERE h.kind NOT IN ('bot', 'system') AND s.kind NOT IN (
                  'CARD_PREPAID', 'EMAIL_DISPOSABLE', 'EMAIL_HOUSEHOLD', 'WALLET_PUBLIC')
                AND hash(s.value) % {parts} = {part}
              GROUP BY ALL) f
            JOIN trace_limit l ON f.groups BETWEEN 2 AND l.maximum_groups\
            """,
            parts),
        new Step(
            "trace",
            """
            SELECT s.kind, s.value, g.representative AS grp, min(s.holder) AS holder
            FROM shared_holder s
            JOIN shared_trace t ON t.kind = s.kind AND t.value = s.value
            JOIN holder_group g USING (holder)
            JOIN account_holder h USING (holder)
            WHERE h.kind NOT IN ('bot', 'system')
            GROUP BY ALL\
            """),
        new Step(
            "trace_pair",
            """
            SELECT x.grp AS a, y.grp AS b, x.kind, x.value, s.groups, x.holder AS a_holder,
              y.holder AS b_holder
            FROM shared_trace s
            JOIN trace x ON x.kind = s.kind AND x.value = s.value
            JOIN trace y ON y.kind = s.kind AND y.value = s.value AND x.grp < y.grp\
            """),
        new Step(
            "line_use",
            """
            SELECT DISTINCT g.representative AS grp, u.line, u.used_hour
            FROM home_use u JOIN holder_group g USING (holder)
            WHERE u.used_hour IS NOT NULL
              AND u.line IN (SELECT value FROM trace_pair WHERE kind = 'HOME_LINE')\
            """),
        new Step(
            "line_least",
            """
            WITH side AS (
              SELECT a AS one, b AS other, value FROM trace_pair WHERE kind = 'HOME_LINE'
              UNION ALL
              SELECT b, a, value FROM trace_pair WHERE kind = 'HOME_LINE'),
            seen AS (
              SELECT s.one, s.other, s.value, u.used_hour
              FROM side s JOIN line_use u ON u.grp = s.one AND u.line = s.value)
            SELECT least(s.one, s.other) AS a, greatest(s.one, s.other) AS b, s.value,
              min(date_diff('hour', u.used_hour, s.used_hour))::BIGINT AS hours
            FROM seen s
            ASOF JOIN line_use u
              ON u.grp = s.other AND u.line = s.value AND s.used_hour >= u.used_hour
            GROUP BY ALL\
            """),
        new Step(
            "line_span",
            """
            SELECT grp, line, min(used_hour) AS first_hour, max(used_hour) AS last_hour
            FROM line_use GROUP BY grp, line\
            """),
        new Step(
            "line_gap",
            """
            SELECT m.a, m.b, m.value, m.hours,
              x.first_hour <= y.last_hour AND y.first_hour <= x.last_hour AS by_turns
            FROM line_least m
            JOIN line_span x ON x.grp = m.a AND x.line = m.value
            JOIN line_span y ON y.grp = m.b AND y.line = m.value\
            """));
  }

  static Plan contexts() {
    return Plan.of(
        new Step(
            "context_group",
            """
            SELECT representative AS grp, holder FROM holder_group
            WHERE representative IN (SELECT a FROM trace_pair UNION SELECT b FROM trace_pair)\
            """),
        new Step(
            "group_program",
            "SELECT DISTINCT g.grp, p.program FROM program_use p JOIN context_group g USING (holder)"),
        new Step(
            "program_rarity",
            """
            SELECT program, log2((SELECT count(DISTINCT holder) FROM program_use)
              / count(DISTINCT holder)) AS bits
            FROM program_use GROUP BY program\
            """),
        new Step(
            "group_country",
            """
            SELECT DISTINCT g.grp, a.country
            FROM owned_access a JOIN context_group g USING (holder)
            WHERE a.country IS NOT NULL AND (a.kind = 'residential' OR a.kind LIKE 'mobile%')\
            """),
        new Step(
            "group_system",
            """
            SELECT DISTINCT g.grp, regexp_replace(h.system, '-guest$', '') AS system
            FROM context_group g JOIN account_holder h USING (holder)\
            """),
        new Step(
            "group_number",
            """
            SELECT DISTINCT g.grp, o.value AS number
            FROM observation o JOIN context_group g USING (holder) WHERE o.kind = 'PHONE'\
            """),
        new Step("context_pair", "SELECT DISTINCT a, b FROM trace_pair"),
        new Step(
            "pair_program",
            """
            SELECT p.a, p.b, max(r.bits) AS bits
            FROM context_pair p
            JOIN group_program x ON x.grp = p.a
            JOIN group_program y ON y.grp = p.b AND y.program = x.program
            JOIN program_rarity r ON r.program = x.program
            GROUP BY ALL\
            """),
        new Step(
            "group_program_kind",
            """
            SELECT DISTINCT grp, regexp_extract(program, '[(]([^;)]*)', 1) || CASE
                WHEN program LIKE '%Edg/%' THEN ' Edge'
                WHEN program LIKE '%OPR/%' THEN ' Opera'
                WHEN program LIKE '%SamsungBrowser/%' THEN ' Samsung'
                WHEN program LIKE '%Firefox/%' THEN ' Firefox'
                WHEN program LIKE '%Chrome/%' THEN ' Chrome'
                WHEN program LIKE '%Safari/%' THEN ' Safari'
                ELSE split_part(program, '/', 1) END AS kind
            FROM group_program\
            """),
        shared("pair_program_kind", "group_program_kind", "kind"),
        shared("pair_country", "group_country", "country"),
        shared("pair_system", "group_system", "system"),
        shared("pair_number", "group_number", "number"),
        new Step(
            "pair_context",
            """
            SELECT p.a, p.b, r.bits AS program_bits,
              p.a IN (SELECT grp FROM group_program) AND p.b IN (SELECT grp FROM group_program)
                AS programs_known,
              p.a IN (SELECT grp FROM group_country) AND p.b IN (SELECT grp FROM group_country)
                AS countries_known,
              c.a IS NOT NULL AS same_country,
              s.a IS NOT NULL AS same_system,
              p.a IN (SELECT grp FROM group_number) AND p.b IN (SELECT grp FROM group_number)
                AND n.a IS NULL AS numbers_differ,
              k.a IS NOT NULL AS same_program_kind
            FROM context_pair p
            LEFT JOIN pair_program r USING (a, b)
            LEFT JOIN pair_country c USING (a, b)
            LEFT JOIN pair_system s USING (a, b)
            LEFT JOIN pair_number n USING (a, b)
            LEFT JOIN pair_program_kind k USING (a, b)\
            """));
  }

  /**
   * The pairs of groups that have a value in common; joined by their groups, never all by value.
   */
  private static Step shared(String output, String table, String column) {
    return new Step(
        output,
        """
        SELECT DISTINCT p.a, p.b
        FROM context_pair p
        JOIN {table} x ON x.grp = p.a
        JOIN {table} y ON y.grp = p.b AND y.{column} = x.{column}\
        """
            .replace("{table}", table)
            .replace("{column}", column));
  }
}
