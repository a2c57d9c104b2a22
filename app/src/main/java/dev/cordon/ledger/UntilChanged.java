package dev.cordon.ledger;

import dev.cordon.access.OperationId;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds what was counted in an operation until something of it changes. Each change writes its
 * entry in its own transaction, so what the ledger does not tell of has not changed; consultations
 * change nothing. Members who see the same of the operation share a count; what a grant, a
 * clearance or an emergency lets them see belongs to its key. Thread-safe.
 */
@Component
public class UntilChanged {

  private final JdbcClient jdbc;
  private final TransactionTemplate reading;
  private final Counted counted = new Counted();

  UntilChanged(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /**
   * The value under that name, counted anew when something has changed since.
   *
   * @param what name of the count with all that narrows it; the same name always counts the same
   * @param counting reads the database as the current member, and nothing that leaves no entry
   */
  @SuppressWarnings("unchecked")
  public <T> T get(OperationId operation, String what, Supplier<T> counting) {
    String sight =
        asked(
            jdbc.sql("select cordon.sight(:operation)").param("operation", operation.value()),
            String.class);
    return (T)
        counted
            .get(
                operation.value() + " " + what + " " + sight,
                last -> holds(operation, last),
                () -> count(counting))
            .value();
  }

  private Counted.Count count(Supplier<?> counting) {
    long began = System.nanoTime();
    String seen = asked(jdbc.sql("select pg_current_snapshot()::text"), String.class);
    return new Counted.Count(Objects.requireNonNull(counting.get()), seen, began);
  }

  private boolean holds(OperationId operation, Counted.Count last) {
    return !asked(
        jdbc.sql("select cordon.changed_since(:operation, cast(:seen as pg_snapshot))")
            .param("operation", operation.value())
            .param("seen", last.seen()),
        Boolean.class);
  }

  private <T> T asked(JdbcClient.StatementSpec question, Class<T> type) {
    @Nullable T answer = reading.execute(state -> question.query(type).single());
    return Objects.requireNonNull(answer);
  }
}
