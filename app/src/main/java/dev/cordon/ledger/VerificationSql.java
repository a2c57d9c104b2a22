package dev.cordon.ledger;

/** The statements about verifications and who vouches for the ledger. */
final class VerificationSql {

  static final String ADD =
      """
      insert into cordon.ledger_verification (id, asked_by, started_at, ended_at, held, findings)
      values (:id, :by, :started, :ended, :held, :findings)
      """;

  static final String LAST =
      """
      select started_at, ended_at, held, findings from cordon.ledger_verification order by started_at desc limit 1
      """;

  static final String WITNESSES =
      """
      select name, size, cosigned_at, asked_at, outcome, detail from cordon.ledger_witness order by name
      """;

  static final String KEPT =
      """
      select size, at, time_stamp is not null as stamped from cordon.ledger_kept order by size desc limit 1
      """;

  static final String WITNESSED =
      """
      select l.origin, l.size, l.at, (select count(*) from cordon.witness_alarm a where a.origin = l.origin) as alarms
      from cordon.witnessed_log l order by l.origin limit 50
      """;

  private VerificationSql() {}
}
