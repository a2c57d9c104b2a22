package dev.cordon.resolution.internal;

import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;

/**
 * What speaks against the pairs that were joined: the steps from followed links to the signs of two
 * people behind one selector.
 *
 * <p>Takes {@code plain_link}, {@code holder_group}, {@code observation}, {@code owned_fact},
 * {@code program_use} and {@code owned_access}. Gives {@code followed_link} and {@code pair_sign(a,
 * b, sign)}.
 */
final class CautionSql {

  /** Every joined pair with what its records contradict each other in, pair after pair. */
  static final String SIGNS =
      """
      SELECT p.a, p.b, s.sign FROM followed_pair p LEFT JOIN pair_sign s ON s.a = p.a AND s.b = p.b
      ORDER BY p.a, p.b, s.sign\
      """;

  /** The joined links in their order, each with its group. */
  static final String FOLLOWED =
      "SELECT link, a, b, rule, grp, value FROM followed_link ORDER BY link";

  private CautionSql() {}

  static Plan followed() {
    return Plan.of(
        new Step(
            "followed_link",
            """
            SELECT l.link, l.a, l.b, l.rule, l.value, x.representative AS grp
            FROM plain_link l
            JOIN holder_group x ON x.holder = l.a
            JOIN holder_group y ON y.holder = l.b AND y.representative = x.representative
            WHERE l.flag = ''\
            """));
  }

  static Plan signs() {
    return Plan.of(
        new Step("followed_pair", "SELECT DISTINCT a, b FROM followed_link"),
        new Step(
            "followed_holder",
            "SELECT a AS holder FROM followed_pair UNION SELECT b FROM followed_pair"),
        new Step(
            "known_value",
            """
            SELECT DISTINCT 'NUMBERS_DIFFER' AS sign, o.holder, o.value
            FROM observation o JOIN followed_holder USING (holder) WHERE o.kind = 'PHONE'
            UNION ALL
            SELECT DISTINCT 'CARDS_DIFFER', o.holder, o.value
            FROM observation o JOIN followed_holder USING (holder) WHERE o.kind = 'CARD'
            UNION ALL
            SELECT DISTINCT 'BIRTHS_DIFFER', f.holder, regexp_extract(f.raw, '[1-9][0-9]{3}')
            FROM owned_fact f JOIN followed_holder USING (holder)
            WHERE f.kind = 'BIRTH_DATE' AND f.raw SIMILAR TO '.*[1-9][0-9]{3}.*'
              AND NOT f.through_payment
            UNION ALL
            SELECT DISTINCT 'PROGRAMS_DIFFER', u.holder, u.program
            FROM program_use u JOIN followed_holder USING (holder)\
            """),
        new Step(
            "pair_known",
            """
            SELECT p.a, p.b, x.sign, bool_or(x.value = y.value) AS common
            FROM followed_pair p
            JOIN known_value x ON x.holder = p.a
            JOIN known_value y ON y.holder = p.b AND y.sign = x.sign
            GROUP BY ALL\
            """),
        new Step(
            "minute_use",
            """
            SELECT DISTINCT a.holder, date_trunc('minute', a.used_at) AS used_minute, a.line, a.device
            FROM owned_access a JOIN followed_holder USING (holder)
            WHERE a.used_at IS NOT NULL AND a.device LIKE '%/%'\
            """),
        new Step(
            "pair_sign",
            """
            SELECT a, b, sign FROM pair_known WHERE NOT common
            UNION ALL
            SELECT DISTINCT p.a, p.b, 'OTHER_PROGRAMS_AT_HOME'
            FROM followed_pair p JOIN plain_link l ON l.a = p.a AND l.b = p.b
            WHERE l.flag = '\
            """
                + PairJudge.OTHER_PROGRAMS
                + """
                '
                UNION ALL
                SELECT DISTINCT p.a, p.b, 'AT_ONCE'
                FROM followed_pair p
                JOIN minute_use x ON x.holder = p.a
                JOIN minute_use y ON y.holder = p.b AND y.used_minute = x.used_minute
                WHERE y.device <> x.device\
                """));
  }
}
