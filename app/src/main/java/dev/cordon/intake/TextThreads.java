package dev.cordon.intake;

import dev.cordon.Columns;
import dev.cordon.access.OperationId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Enters the threads of a source: counts and times, never a word. */
final class TextThreads {

  private static final int BATCH = 1000;

  private TextThreads() {}

  static void enter(
      JdbcOperations batches,
      JdbcClient jdbc,
      OperationId operation,
      SourceId source,
      int edition,
      Consumer<Consumer<TextSummary>> threads) {
    jdbc.sql(IntakeSql.ADD_TEXT_SOURCE)
        .param("operation", operation.value())
        .param("source", source.value())
        .param("edition", edition)
        .param("texts", add(batches, operation, threads))
        .update();
  }

  /** Adds the counts to those of the threads; gives how many texts there are. */
  static long add(
      JdbcOperations batches, OperationId operation, Consumer<Consumer<TextSummary>> threads) {
    List<TextSummary> batch = new ArrayList<>(BATCH);
    long[] texts = {0};
    threads.accept(one -> {
      texts[0] += one.messages();
      batch.add(one);
      if (batch.size() == BATCH) {
        write(batches, operation, batch);
        batch.clear();
      }
    });
    write(batches, operation, batch);
    return texts[0];
  }

  private static void write(
      JdbcOperations batches, OperationId operation, List<TextSummary> threads) {
    batches.batchUpdate(
        IntakeSql.ADD_THREAD,
        threads,
        BATCH,
        (statement, one) -> {
          statement.setObject(1, operation.value());
          statement.setObject(2, one.thread().id(operation));
          statement.setString(3, one.thread().system());
          statement.setString(4, one.thread().channel());
          statement.setString(5, one.thread().thread());
          statement.setLong(6, one.messages());
          time(statement, 7, one.firstAt());
          time(statement, 8, one.lastAt());
        });
  }

  private static void time(PreparedStatement statement, int place, @Nullable Instant at)
      throws SQLException {
    statement.setObject(
        place, at == null ? null : Columns.parameter(at), java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
  }
}
