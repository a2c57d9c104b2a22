package dev.cordon.resolution;

/** What people ask about proposals and subjects, and what they decide. */
final class ProposalStatements {

  static final String PAGE =
      """
      select p.id, p.number, p.accounts, p.payer, p.country, p.strength, s.id as subject_id, s.number as subject_number
      from cordon.proposed_cluster p
      left join cordon.proposal_subject s on s.proposal_id = p.id
      where p.operation_id = :operation and (cast(:payer as boolean) is null or p.payer = :payer)
      order by p.number limit :limit offset :offset
      """;

  static final String COUNT =
      """
      select count(*) from cordon.proposed_cluster p
      where p.operation_id = :operation and (cast(:payer as boolean) is null or p.payer = :payer)
      """;

  static final String FIND =
      """
      select p.id, p.number, p.accounts, p.payer, a.country, a.strength, s.id as subject_id,
        s.number as subject_number
      from cordon.proposal p
      left join cordon.proposed_attribution a on a.proposal_id = p.id
      left join cordon.proposal_subject s on s.proposal_id = p.id
      where p.operation_id = :operation and p.id = :proposal
      """;

  static final String ACCOUNTS =
      """
      select a.system, a.account, a.kind, a.handle, a.registered_at, a.payer, a.source_id, s.name as source_name,
        a.source_table, a.source_row
      from cordon.proposal p
      join cordon.resolved_account a on a.run_id = p.run_id and a.cluster_id = p.cluster_id
      left join cordon.source s on s.operation_id = a.operation_id and s.id = a.source_id
      where p.operation_id = :operation and p.id = :proposal
      order by a.holder limit :limit offset :offset
      """;

  static final String COUNT_ACCOUNTS =
      """
      select count(*) from cordon.proposal p
      join cordon.resolved_account a on a.run_id = p.run_id and a.cluster_id = p.cluster_id
      where p.operation_id = :operation and p.id = :proposal
      """;

  static final String LINKS =
      """
      select a, b, rule, weight, flag, caution, why from cordon.proposal_link
      where operation_id = :operation and proposal_id = :proposal order by place limit :limit offset :offset
      """;

  static final String COUNT_LINKS =
      """
      select count(*) from cordon.proposal_link where operation_id = :operation and proposal_id = :proposal
      """;

  static final String COUNT_CAUTIONS =
      """
      select count(distinct (least(a, b), greatest(a, b))) from cordon.proposal_link
      where operation_id = :operation and proposal_id = :proposal and caution <> ''
      """;

  static final String RECORDS =
      """
      select r.kind, r.label, r.value, r.at, r.source_id, s.name as source_name, r.source_table, r.source_row
      from cordon.proposal_record r
      join cordon.source s on s.operation_id = r.operation_id and s.id = r.source_id
      where r.operation_id = :operation and r.proposal_id = :proposal
      order by r.place limit :limit offset :offset
      """;

  static final String COUNT_RECORDS =
      """
      select count(*) from cordon.proposal_record where operation_id = :operation and proposal_id = :proposal
      """;

  static final String ADD_VIEW =
      """
      insert into cordon.proposal_view (proposal_id, operation_id, member_id) values (:proposal, :operation, :member)
      """;

  static final String VIEWED =
      """
      select exists (select from cordon.proposal_view where proposal_id = :proposal and member_id = :member)
      """;

  static final String SUBJECT_OF =
      """
      select id, state from cordon.subject_state where proposal_id = :proposal
      """;

  static final String NEXT_NUMBER =
      """
      select drawn.number
      from (select 'S-' || floor(1000000 + random() * 9000000)::integer as number from generate_series(1, 40)) drawn
      where not exists (select from cordon.subject s where s.operation_id = :operation and s.number = drawn.number)
      limit 1
      """;

  static final String ADD_SUBJECT =
      """
      insert into cordon.subject (id, operation_id, proposal_id, number, category)
      values (:id, :operation, :proposal, :number, :category)
      """;

  static final String ADD_JUDGEMENT =
      """
      insert into cordon.judgement (id, operation_id, kind, proposal_id, subject_id, into_id, reason, decided_by)
      values (:id, :operation, :kind, cast(:proposal as uuid), cast(:subject as uuid), cast(:into as uuid), :reason,
        :member)
      """;

  private static final String SUBJECT =
      """
      select s.id, s.number, s.category, s.proposal_id, s.state, c.country, s.reason, m.display_name, s.decided_at,
        s.into_id, (select i.number from cordon.subject i where i.id = s.into_id) as into_number
      from cordon.subject_state s
      join cordon.member m on m.id = s.decided_by
      left join cordon.confirmed_subject c on c.id = s.id
      """;

  static final String SUBJECTS =
      SUBJECT
          + """
          where s.operation_id = :operation
            and (cast(:country as text) is null or c.country = :country or (:country = 'none' and c.country is null))
          order by s.number limit :limit offset :offset
          """;

  static final String COUNT_SUBJECTS =
      """
      select count(*) from cordon.subject_state s left join cordon.confirmed_subject c on c.id = s.id
      where s.operation_id = :operation
        and (cast(:country as text) is null or c.country = :country or (:country = 'none' and c.country is null))
      """;

  static final String FIND_SUBJECT =
      SUBJECT + " where s.operation_id = :operation and s.id = :subject";

  static final String BY_NUMBER =
      SUBJECT + " where s.operation_id = :operation and s.number = :number";

  static final String JUDGEMENTS =
      """
      select j.kind, j.reason, m.display_name, j.decided_at
      from cordon.judgement j join cordon.member m on m.id = j.decided_by
      where j.operation_id = :operation and j.subject_id = :subject order by j.sequence
      """;

  /** Confirmed subjects whose accounts a later run put into a proposal, other than its own. */
  static final String HELD =
      """
      select s.number from cordon.subject_place t join cordon.subject_state s on s.id = t.subject_id
      where t.proposal_id = :proposal and s.state = 'confirmed' and s.proposal_id <> :proposal order by s.number
      """;

  static final String PLACE =
      """
      select p.id, p.number, p.accounts, p.payer, null::text as country, null::text as strength, s.id as subject_id,
        s.number as subject_number
      from cordon.subject_place t
      join cordon.current_run r on r.id = t.run_id
      join cordon.proposal p on p.id = t.proposal_id
      left join cordon.proposal_subject s on s.proposal_id = p.id
      where t.operation_id = :operation and t.subject_id = :subject
      """;

  /** Accounts of the first proposal that are not in the second. */
  static final String ACCOUNTS_WITHOUT =
      """
      select a.system || ':' || a.account
      from cordon.proposal p
      join cordon.resolved_account a on a.run_id = p.run_id and a.cluster_id = p.cluster_id
      where p.operation_id = :operation and p.id = :first
        and not exists (select from cordon.proposal q
          join cordon.resolved_account o on o.run_id = q.run_id and o.cluster_id = q.cluster_id
          where q.id = :second and o.system = a.system and o.account = a.account)
      order by a.holder limit 100
      """;

  static final String PREVIOUS =
      """
      select p.previous_id from cordon.proposal p where p.operation_id = :operation and p.id = :proposal
      """;

  /**
   * Judgements of not the same between accounts of one proposal: a contradiction to be looked at.
   */
  static final String CONTRADICTIONS =
      """
      select j.a || ' and ' || j.b
      from cordon.proposal p
      join cordon.resolved_account x on x.run_id = p.run_id and x.cluster_id = p.cluster_id
      join cordon.pair_judgement j on j.operation_id = p.operation_id and j.kind = 'not_same'
        and j.a = x.system || ':' || x.account
      join cordon.resolved_account y on y.run_id = p.run_id and y.cluster_id = p.cluster_id
        and y.system || ':' || y.account = j.b
      where p.operation_id = :operation and p.id = :proposal order by 1 limit 50
      """;

  static final String RECORDS_CHANGED =
      """
      select max(e.entered_at) as changed_at from cordon.source_edition e
      join cordon.current_run r on r.operation_id = e.operation_id
      where e.operation_id = :operation and e.entered_at > r.made_at
      """;

  private ProposalStatements() {}
}
