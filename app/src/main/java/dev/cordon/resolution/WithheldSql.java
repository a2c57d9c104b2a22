package dev.cordon.resolution;

/** What the withholding of evidence asks of the database. */
final class WithheldSql {

  static final String STANDING =
      """
      select w.kind, w.salt, w.digest
      from (select distinct on (e.kind, e.digest) e.* from cordon.withheld_evidence e
            where e.operation_id = :operation order by e.kind, e.digest, e.sequence desc) w
      where w.withheld
      """;

  static final String LIST =
      """
      select w.id, w.kind, w.digest, w.withheld, w.reason, m.display_name, w.decided_at,
        w.withheld and w.id = (select e.id from cordon.withheld_evidence e where e.operation_id = w.operation_id
          and e.kind = w.kind and e.digest = w.digest order by e.sequence desc limit 1) as stands
      from cordon.withheld_evidence w join cordon.member m on m.id = w.decided_by
      where w.operation_id = :operation order by w.sequence desc limit :limit offset :offset
      """;

  static final String COUNT =
      "select count(*) from cordon.withheld_evidence w where w.operation_id = :operation";

  static final String FIND =
      """
      select w.kind, w.salt, w.digest from cordon.withheld_evidence w
      where w.operation_id = :operation and w.id = :id and w.withheld
      """;

  static final String ADD =
      """
      insert into cordon.withheld_evidence (id, operation_id, kind, salt, digest, withheld, reason, decided_by)
      values (:id, :operation, :kind, :salt, :digest, :withheld, :reason, :member)
      """;

  /** The accounts of the last run's proposals of several accounts, with the subject they are. */
  static final String CURRENT =
      """
      select p.number, a.system || ':' || a.account as account, s.number as subject
      from cordon.current_run r
      join cordon.proposal p on p.run_id = r.id and p.accounts > 1
      join cordon.resolved_account a on a.run_id = p.run_id and a.cluster_id = p.cluster_id
      left join cordon.proposal_subject s on s.proposal_id = p.id
      where r.operation_id = :operation order by p.number, a.holder
      """;

  private WithheldSql() {}
}
