package dev.cordon.evidence;

import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries acts on exhibits. What is refused as irregular changes nothing, and that it was tried is
 * kept in a transaction of its own.
 */
@Component
class CustodyAttempts {

  private static final int LONGEST_WORDS = 2000;

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final TransactionTemplate acting;
  private final TransactionTemplate remembering;

  CustodyAttempts(
      JdbcClient jdbc, CurrentMember currentMember, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.acting = new TransactionTemplate(transactions);
    this.remembering = new TransactionTemplate(transactions);
    this.remembering.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  <T> T at(OperationId operation, UUID exhibit, Supplier<T> act) {
    try {
      return Objects.requireNonNull(acting.execute(status -> act.get()));
    } catch (IrregularHandOverException refused) {
      remembering.executeWithoutResult(status -> remember(operation, exhibit, refused));
      throw refused;
    }
  }

  private void remember(OperationId operation, UUID exhibit, IrregularHandOverException refused) {
    String words = String.valueOf(refused.getMessage());
    jdbc.sql(CustodySql.ADD_REFUSAL)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("exhibit", exhibit)
        .param("irregularity", refused.irregularity().label())
        .param("words", words.substring(0, Math.min(words.length(), LONGEST_WORDS)))
        .param("member", currentMember.member().value())
        .update();
  }
}
