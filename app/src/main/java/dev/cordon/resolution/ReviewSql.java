package dev.cordon.resolution;

import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;

/** What the review of links asks of the engine and the database. */
final class ReviewSql {

  static final String FOLLOWED =
      """
      SELECT DISTINCT x.cluster_id, l.a, l.b
      FROM proposed_link l
      JOIN proposed_account x ON x.holder = l.a
      JOIN proposed_account y ON y.holder = l.b AND y.cluster_id = x.cluster_id
      WHERE l.flag = '' ORDER BY ALL\
      """;

  static final Plan PAIRS =
      Plan.of(
          new Step(
              "review_pair",
              """
              SELECT a, b, bool_or(flag = '') AS followed, bool_or(rule = 'JUDGED') AS judged,
                bool_or(flag = '' AND caution = '' AND strength = 'STRONG' AND holders = 2
                  AND rule <> 'JUDGED') AS exclusive,
                coalesce(max(caution), '') AS caution,
                max(weight) AS weight,
                left(string_agg(why, ' ' ORDER BY weight DESC, rule, value), 4000) AS why
              FROM proposed_link GROUP BY a, b\
              """));

  static final Plan CANDIDATES =
      Plan.of(
          new Step(
              "review_candidate",
              """
              SELECT n.name AS first_account, m.name AS second_account,
                sx.proposal AS first_proposal, sy.proposal AS second_proposal, CASE WHEN followed THEN 'breaks' ELSE 'joins' END AS effect,
                CASE WHEN followed THEN coalesce(b.side, least(u.size, w.size))
                  ELSE least(x.size, y.size) END AS moves,
                x.cluster_id IN (SELECT cluster_id FROM subject_home)
                  OR y.cluster_id IN (SELECT cluster_id FROM subject_home) AS of_subject,
                x.cluster_id IN (SELECT cluster_id FROM paying_cluster)
                  OR y.cluster_id IN (SELECT cluster_id FROM paying_cluster) AS payer,
                p.exclusive, p.weight, p.caution, p.why
              FROM review_pair p
              JOIN account_name n ON n.holder = p.a
              JOIN account_name m ON m.holder = p.b
              JOIN proposed_account x ON x.holder = p.a
              JOIN proposed_account y ON y.holder = p.b
              LEFT JOIN saved_proposal sx ON sx.cluster_id = x.cluster_id
              LEFT JOIN saved_proposal sy ON sy.cluster_id = y.cluster_id
              LEFT JOIN bridge b ON b.a = p.a AND b.b = p.b
              LEFT JOIN caution_part u ON u.holder = p.a
              LEFT JOIN caution_part w ON w.holder = p.b
              WHERE NOT p.judged AND n.name <> m.name
                AND x.kind NOT IN ('bot', 'system') AND y.kind NOT IN ('bot', 'system')
                AND (p.followed AND (b.side IS NOT NULL OR p.caution <> '')
                  OR NOT p.followed AND x.cluster_id <> y.cluster_id)
              QUALIFY p.caution = '' OR row_number() OVER (
                PARTITION BY p.caution <> '', least(u.part, w.part), greatest(u.part, w.part)
                ORDER BY p.weight DESC, p.a, p.b) = 1\
              """));

  static final String ITEMS =
      """
      SELECT first_account, second_account, first_proposal, second_proposal, effect, moves, of_subject, payer,
        exclusive, weight, why, caution
      FROM review_candidate
      ORDER BY of_subject DESC, payer DESC, exclusive, caution = '', moves DESC, weight, first_account, second_account\
      """;

  static final String ADD_ITEM =
      """
      insert into cordon.review_item (run_id, operation_id, place, a, b, a_proposal_id, b_proposal_id, effect, moves,
        of_subject, payer, exclusive, weight, why, caution)
      values (?, ?, ?, ?, ?, cast(? as uuid), cast(? as uuid), ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String OPEN =
      """
      from cordon.review_item i join cordon.current_run r on r.id = i.run_id
      where i.operation_id = :operation
        and not exists (select from cordon.pair_judgement j where j.operation_id = i.operation_id
          and j.a = least(i.a, i.b) and j.b = greatest(i.a, i.b))
      """;

  private static final String ITEM =
      """
      select i.place, i.a, i.b, i.a_proposal_id, i.b_proposal_id, i.effect, i.moves, i.of_subject, i.payer,
        i.exclusive, i.weight, i.why, i.caution,
        (select p.number from cordon.proposal p where p.id = i.a_proposal_id) as a_number,
        (select p.number from cordon.proposal p where p.id = i.b_proposal_id) as b_number
      """;

  static final String PAGE = ITEM + OPEN + " order by i.place limit :limit offset :offset";

  static final String COUNT = "select count(*) " + OPEN;

  static final String NEXT = "select i.place " + OPEN + " order by i.place limit 1";

  static final String AT =
      ITEM
          + """
          from cordon.review_item i join cordon.current_run r on r.id = i.run_id
          where i.operation_id = :operation and i.place = :place
          """;

  static final String PAIR =
      ITEM
          + """
          from cordon.review_item i join cordon.current_run r on r.id = i.run_id
          where i.operation_id = :operation and least(i.a, i.b) = :a and greatest(i.a, i.b) = :b
          limit 1
          """;

  static final String ACCOUNT =
      """
      select a.system, a.account, a.kind, a.handle, a.registered_at, a.payer, a.source_id, s.name as source_name,
        a.source_table, a.source_row
      from cordon.resolved_account a
      join cordon.current_run r on r.id = a.run_id
      left join cordon.source s on s.operation_id = a.operation_id and s.id = a.source_id
      where a.operation_id = :operation and a.system || ':' || a.account = :account
      order by a.holder limit 1
      """;

  static final String RECORDS =
      """
      select r.kind, r.label, r.value, r.at, r.source_id, s.name as source_name, r.source_table, r.source_row
      from cordon.resolved_account a
      join cordon.current_run c on c.id = a.run_id
      join cordon.proposal p on p.run_id = a.run_id and p.cluster_id = a.cluster_id
      join cordon.proposal_record r on r.proposal_id = p.id and :account = any(r.accounts)
      join cordon.source s on s.operation_id = r.operation_id and s.id = r.source_id
      where a.operation_id = :operation and a.system || ':' || a.account = :account and r.kind <> 'ADDRESS_IP'
      order by r.place limit 40
      """;

  static final String ADD =
      """
      insert into cordon.judgement (id, operation_id, kind, a, b, ground, reason, decided_by)
      values (:id, :operation, :kind, :a, :b, :ground, :reason, :member)
      """;

  static final String TAKE_BACK =
      """
      insert into cordon.judgement (id, operation_id, kind, withdraws_id, reason, decided_by)
      values (:id, :operation, 'taken_back', :judgement, :reason, :member)
      """;

  private static final String JUDGED =
      """
      select j.id, j.kind, j.a, j.b, j.ground, j.reason, m.display_name, j.decided_at
      from cordon.pair_judgement j join cordon.member m on m.id = j.decided_by
      """;

  static final String STANDING =
      JUDGED
          + " where j.operation_id = :operation order by j.sequence desc limit :limit offset :offset";

  static final String COUNT_STANDING =
      "select count(*) from cordon.pair_judgement j where j.operation_id = :operation";

  static final String FIND = JUDGED + " where j.operation_id = :operation and j.id = :judgement";

  static final String ALL_STANDING =
      """
      select j.a, j.b, j.kind from cordon.pair_judgement j where j.operation_id = :operation order by j.a, j.b
      """;

  /** Everyone a chain of judgements of the same joins to an account, without the pair itself. */
  private static final String SIDES =
      """
      with recursive standing as (
        select j.* from cordon.pair_judgement j where j.operation_id = :operation
          and not (j.a = least(:a::text, :b::text) and j.b = greatest(:a::text, :b::text))
      ), first_side (account) as (
        select :a::text
        union
        select case when j.a = f.account then j.b else j.a end
        from first_side f join standing j on j.kind = 'same' and f.account in (j.a, j.b)
      ), second_side (account) as (
        select :b::text
        union
        select case when j.a = f.account then j.b else j.a end
        from second_side f join standing j on j.kind = 'same' and f.account in (j.a, j.b)
      )
      """;

  static final String AGAINST_SAME =
      SIDES
          + """
          select j.a, j.b, m.display_name
          from standing j join cordon.member m on m.id = j.decided_by
          where j.kind = 'not_same'
            and (j.a in (select account from first_side) and j.b in (select account from second_side)
              or j.b in (select account from first_side) and j.a in (select account from second_side))
          order by j.sequence limit 1
          """;

  static final String AGAINST_NOT_SAME =
      SIDES
          + """
          select j.a, j.b, m.display_name
          from standing j join cordon.member m on m.id = j.decided_by
          where j.kind = 'same' and :b in (select account from first_side)
            and j.a in (select account from first_side)
          order by j.sequence limit 1
          """;

  static final String SECOND_LOOK =
      """
      select l.id, l.a, l.b from cordon.second_look l
      where l.operation_id = :operation and l.decided_by <> :member
        and not exists (select from cordon.second_judgement s where s.judgement_id = l.id)
      order by l.sequence limit 1
      """;

  static final String ADD_SECOND =
      """
      insert into cordon.second_judgement (judgement_id, operation_id, kind, reason, decided_by)
      select l.id, l.operation_id, :kind, :reason, :member from cordon.second_look l
      where l.operation_id = :operation and l.id = :judgement and l.decided_by <> :member
        and not exists (select from cordon.second_judgement s where s.judgement_id = l.id)
      """;

  static final String AGREEMENT =
      """
      select count(*) as sampled, count(s.judgement_id) as looked,
        count(*) filter (where s.kind <> l.kind) as disagreed,
        count(*) filter (where s.judgement_id is null and l.decided_by <> :member) as waiting
      from cordon.second_look l left join cordon.second_judgement s on s.judgement_id = l.id
      where l.operation_id = :operation
      """;

  static final String DISAGREEMENTS =
      """
      select l.a, l.b, l.kind as first_kind, s.kind as second_kind, m.display_name as first_by,
        n.display_name as second_by, s.decided_at
      from cordon.second_look l
      join cordon.second_judgement s on s.judgement_id = l.id and s.kind <> l.kind
      join cordon.member m on m.id = l.decided_by
      join cordon.member n on n.id = s.decided_by
      where l.operation_id = :operation order by s.decided_at desc limit :limit offset :offset
      """;

  private ReviewSql() {}
}
