package dev.cordon.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How fast entries become durable in the database, fsync on, through the service stages use. The
 * rates are written to a file, not asserted: they are the machine's. What was written is counted.
 */
@Tag("long")
class LedgerSpeedTest extends DatabaseTest {

  private static final int BATCH = 1_000;
  private static final int BATCHES = 40;
  private static final int WRITERS = 64;
  private static final int EACH = 150;

  @Autowired private Ledger ledger;

  @Test
  void batches_areDurable() throws IOException {
    List<Entry> batch =
        IntStream.range(0, BATCH)
            .mapToObj(number ->
                Entry.of(operation, Act.CONSULTATION, "speed-batch", "why").touching("r" + number))
            .toList();
    as(analyst, () -> ledger.appendAll(batch));
    long start = System.nanoTime();
    for (int number = 0; number < BATCHES; number++) {
      as(analyst, () -> ledger.appendAll(batch));
    }
    report("batches of 1,000", (long) BATCH * BATCHES, start);

    assertThat(count("speed-batch")).isEqualTo((long) BATCH * (BATCHES + 1));
  }

  @Test
  void singleTransactions_areDurable() throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      for (int writer = 0; writer < WRITERS; writer++) {
        writers.execute(() -> {
          for (int number = 0; number < EACH; number++) {
            as(
                analyst,
                () ->
                    ledger.append(
                        Entry.of(operation, Act.CONSULTATION, "speed-single", "why")
                            .touching("r")));
          }
        });
      }
      writers.shutdown();
      assertThat(writers.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
    }
    report("single transactions of 64 writers", (long) WRITERS * EACH, start);

    assertThat(count("speed-single")).isEqualTo((long) WRITERS * EACH);
  }

  private long count(String what) {
    return get(
        coordinator,
        () ->
            jdbc.sql("select count(*) from cordon.ledger_entry where operation_id = ? and what = ?")
                .params(operation.value(), what)
                .query(Long.class)
                .single());
  }

  private static void report(String what, long entries, long start) throws IOException {
    double seconds = (System.nanoTime() - start) / 1e9;
    Files.writeString(
        Path.of("target/ledger-speed.txt"),
        "%s: %.0f entries a second%n".formatted(what, entries / seconds),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
