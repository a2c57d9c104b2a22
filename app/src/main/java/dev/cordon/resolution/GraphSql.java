package dev.cordon.resolution;

/** What the drawing of links asks of the database. */
final class GraphSql {

  static final String LINKS =
      """
      select l.a, l.b, l.rule, l.value, l.holders, max(l.weight) as weight, l.flag, l.caution, min(l.why) as why,
        min(l.parts) as parts
      from cordon.proposal_link l where l.operation_id = :operation and l.proposal_id in (:proposals)
      group by l.a, l.b, l.rule, l.value, l.holders, l.flag, l.caution
      order by l.flag <> '', min(l.place) limit :limit
      """;

  static final String COUNT_LINKS =
      """
      select count(*) from (select distinct l.a, l.b, l.rule, l.value, l.flag from cordon.proposal_link l
        where l.operation_id = :operation and l.proposal_id in (:proposals)) k
      """;

  static final String ACCOUNTS =
      """
      with own as (
        select a.system || ':' || a.account as name, min(a.handle) as handle, min(p.number) as number,
          (array_agg(p.id))[1] as id, p.run_id
        from cordon.proposal p
        join cordon.resolved_account a on a.run_id = p.run_id and a.cluster_id = p.cluster_id
        where p.operation_id = :operation and p.id in (:proposals)
        group by a.system, a.account, p.run_id
      ), linked as (
        select distinct n.name from cordon.proposal_link l cross join lateral (values (l.a), (l.b)) n (name)
        where l.operation_id = :operation and l.proposal_id in (:proposals)
          and not exists (select from own o where o.name = n.name)
      )
      select o.name, o.handle, o.number, o.id,
        (select count(*) from cordon.proposal_record r where r.proposal_id = o.id and r.kind = 'PAYMENT'
          and o.name = any(r.accounts)) as payments
      from own o
      union all
      select k.name, min(a.handle), min(p.number), (array_agg(p.id))[1], 0
      from linked k
      join cordon.resolved_account a on a.run_id = (select min(o.run_id::text)::uuid from own o)
        and a.system = split_part(k.name, ':', 1) and a.account = substr(k.name, position(':' in k.name) + 1)
      left join cordon.proposal p on p.run_id = a.run_id and p.cluster_id = a.cluster_id
      group by k.name
      order by 3, 1
      """;

  private static final String ALONE_FROM =
      """
      from cordon.resolved_account a
      join cordon.current_run r on r.id = a.run_id
      left join cordon.source s on s.operation_id = a.operation_id and s.id = a.source_id
      where a.operation_id = :operation and a.alone_because <> ''
      """;

  private static final String OF_REASON = " and (:reason = '' or a.alone_because = :reason)";

  static final String ALONE_REASONS =
      "select a.alone_because as reason, count(*) as accounts "
          + ALONE_FROM
          + " group by a.alone_because order by 2 desc, 1 limit 60";

  static final String ALONE =
      """
      select a.system, a.account, a.kind, a.handle, a.registered_at, a.payer, a.source_id, s.name as source_name,
        a.source_table, a.source_row, a.alone_because
      """
          + ALONE_FROM
          + OF_REASON
          + " order by a.payer desc, a.holder limit :limit offset :offset";

  static final String COUNT_ALONE = "select count(*) " + ALONE_FROM + OF_REASON;

  private GraphSql() {}
}
