package dev.cordon.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.DatabaseTest;
import dev.cordon.TestGround;
import dev.cordon.ground.DatabaseAddress;
import dev.cordon.ledger.internal.Sequencer;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How fast entries become durable in the database, fsync on, through the service stages use, while
 * the sequencer runs; beside what the machine gives at most for the same bytes. The rates are
 * written to a file, not asserted: they are the machine's. What was written is counted.
 */
@Tag("long")
class LedgerSpeedTest extends DatabaseTest {

  private static final int BATCH = 1_000;
  private static final int BATCHES = 60;
  private static final int WARMING = 20;
  private static final int BATCH_WRITERS = 2;
  private static final int FORCES = 500;
  private static final int ROW_SIZE_BYTES = 700;
  private static final int WRITERS = 64;
  private static final int EACH = 150;

  @Autowired private Ledger ledger;
  @Autowired private Sequencer sequencer;

  @Test
  void batches_areDurable() throws IOException {
    List<Entry> batch =
        IntStream.range(0, BATCH)
            .mapToObj(number ->
                Entry.of(operation, Act.CONSULTATION, "speed-batch", "why").touching("r" + number))
            .toList();
    for (int number = 0; number < WARMING; number++) {
      as(analyst, () -> ledger.appendAll(batch));
    }
    long start = System.nanoTime();
    try (ExecutorService writers = Executors.newFixedThreadPool(BATCH_WRITERS)) {
      for (int number = 0; number < BATCHES; number++) {
        writers.execute(() -> as(analyst, () -> ledger.appendAll(batch)));
      }
    }
    report("batches of 1,000, two writers", (long) BATCH * BATCHES, start);
    sequencer.sequence();
    report("the same until all are under a signed checkpoint", (long) BATCH * BATCHES, start);

    assertThat(count("speed-batch")).isEqualTo((long) BATCH * (BATCHES + WARMING));
  }

  @Test
  void machine_givesAtMost() throws IOException, SQLException {
    Path file = Files.createTempFile(Path.of("target"), "speed-", ".bin");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long start = System.nanoTime();
      for (int number = 0; number < FORCES; number++) {
        channel.write(ByteBuffer.allocate(ROW_SIZE_BYTES), (long) number * ROW_SIZE_BYTES);
        channel.force(false);
      }
      report("writes of one row forced to the disk", FORCES, start);
    } finally {
      Files.delete(file);
    }
    DatabaseAddress address = TestGround.ground().address();
    try (Connection owner =
        DriverManager.getConnection(
            address.url(), DatabaseAddress.OWNER, address.ownerPassword())) {
      unguarded(owner);
    }
  }

  /** The bytes of an entry and its opening, without rules, checks, indexes and order. */
  private static void unguarded(Connection owner) throws SQLException, IOException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("create table cordon.speed (id uuid, body bytea)");
      try {
        String insert =
            "insert into cordon.speed select uuidv7(), convert_to(repeat('x', %d), 'UTF8') from generate_series(1, %d)"
                .formatted(ROW_SIZE_BYTES, BATCH);
        statement.execute(insert);
        long start = System.nanoTime();
        for (int number = 0; number < BATCHES; number++) {
          statement.execute(insert);
        }
        report("plain inserts of the same bytes", (long) BATCH * BATCHES, start);
        String rows =
            ("00000000-0000-7000-8000-000000000000\t" + "x".repeat(ROW_SIZE_BYTES) + "\n")
                .repeat(BATCH);
        CopyManager copies = owner.unwrap(PGConnection.class).getCopyAPI();
        start = System.nanoTime();
        for (int number = 0; number < BATCHES; number++) {
          copies.copyIn("copy cordon.speed from stdin", new StringReader(rows));
        }
        report("COPY of the same bytes", (long) BATCH * BATCHES, start);
        try (ResultSet counted = statement.executeQuery("select count(*) from cordon.speed")) {
          assertThat(counted.next()).isTrue();
          assertThat(counted.getLong(1)).isEqualTo((long) BATCH * (2 * BATCHES + 1));
        }
      } finally {
        statement.execute("drop table cordon.speed");
      }
    }
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
