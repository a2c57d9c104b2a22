package dev.cordon.ledger;

import dev.cordon.kernel.merkle.WitnessRefusal;
import dev.cordon.ledger.internal.WitnessedLogs;
import org.springframework.stereotype.Service;

/**
 * This installation as a witness for the ledgers of other agencies (C2SP tlog-witness).
 *
 * <p>Promises: cosigns nothing that does not continue what it cosigned before, of logs whose keys
 * the operator named; what it cosigned is on the disk before anyone sees the signature; a log that
 * shows two histories is written down with the proof.
 */
@Service
public class Witness {

  private final WitnessedLogs logs;

  Witness(WitnessedLogs logs) {
    this.logs = logs;
  }

  /**
   * Cosigns a checkpoint.
   *
   * @param body of the request
   * @return the signature lines
   * @throws WitnessRefusal when it may not, with the status to answer
   */
  public String addCheckpoint(String body) {
    WitnessedLogs.Answer answer = logs.judge(body);
    WitnessRefusal refusal = answer.refusal();
    if (refusal != null) {
      throw refusal;
    }
    return answer.lines();
  }
}
