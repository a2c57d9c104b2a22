package dev.cordon.evidence;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
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
  private final Access access;
  private final CurrentMember currentMember;
  private final Chain chain;
  private final TransactionTemplate acting;
  private final TransactionTemplate remembering;

  CustodyAttempts(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Chain chain,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.chain = chain;
    this.acting = new TransactionTemplate(transactions);
    this.remembering = new TransactionTemplate(transactions);
    this.remembering.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * An act on an exhibit by a member who may write: nobody else acts on it until this has ended.
   */
  <T> T on(OperationId operation, UUID exhibit, Function<Exhibit, T> act) {
    return at(operation, exhibit, () -> act.apply(chain.lock(operation, exhibit)));
  }

  /** The same for an act that locks by itself. */
  <T> T at(OperationId operation, UUID exhibit, Supplier<T> act) {
    access.require(operation, Area.EVIDENCE, Right.WRITE);
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
