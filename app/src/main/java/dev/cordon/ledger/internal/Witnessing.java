package dev.cordon.ledger.internal;

import dev.cordon.kernel.merkle.Checkpoint;
import dev.cordon.kernel.merkle.LogReader;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.kernel.merkle.OpenedCheckpoint;
import dev.cordon.kernel.merkle.ProofException;
import dev.cordon.kernel.merkle.WitnessRequest;
import java.io.IOException;
import java.sql.Types;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks one witness, and writes down how it went. Each statement is a transaction of its own. */
@Component
class Witnessing {

  private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);
  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final int MOST_LINES = 16;
  private static final int LONGEST_DETAIL = 2000;

  private final JdbcClient jdbc;
  private final WitnessClient client;
  private final LedgerKey key;

  Witnessing(JdbcClient jdbc, WitnessClient client, LedgerKey key) {
    this.key = key;
    this.jdbc = jdbc;
    this.client = client;
  }

  /** The signature lines of a witness over a checkpoint; none where it gave none that hold. */
  Optional<String> ask(
      NoteKey witness, String address, LogReader log, String note, Checkpoint checkpoint) {
    try {
      WitnessClient.Answer answer = send(address, log, note, checkpoint, size(witness));
      if (answer.status() == CONFLICT && answer.text().strip().matches("[0-9]{1,18}")) {
        long known = Long.parseLong(answer.text().strip());
        if (known > checkpoint.size()) {
          return ahead(witness, checkpoint, known);
        }
        answer = send(address, log, note, checkpoint, known);
      }
      if (answer.status() != OK) {
        went(witness.text(), 0, "refused", "answered " + answer.status() + ": " + answer.text());
        return Optional.empty();
      }
      return cosigned(witness, note, checkpoint, answer.text());
    } catch (IOException | IllegalArgumentException unreachable) {
      went(witness.text(), 0, "unreachable", String.valueOf(unreachable.getMessage()));
    } catch (ProofException damaged) {
      went(witness.text(), 0, "unverified", String.valueOf(damaged.getMessage()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /** How many entries that witness cosigned last. */
  long size(NoteKey witness) {
    return jdbc.sql(WitnessSql.KNOWN_SIZE)
        .param("name", witness.text())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** The size of the newest checkpoint kept; negative for none. */
  long lastKept() {
    return jdbc.sql(WitnessSql.LAST_KEPT).query(Long.class).single();
  }

  /** Whether the checkpoint of that size has a time stamp. */
  boolean isStamped(long size) {
    return jdbc.sql(WitnessSql.STAMPED).param("size", size).query(Boolean.class).single();
  }

  void kept(long size, String note, byte @Nullable [] stamp) {
    jdbc.sql(WitnessSql.KEEP)
        .param("size", size)
        .param("note", note)
        .param("stamp", stamp, Types.BINARY)
        .update();
  }

  void went(String name, long size, String outcome, String detail) {
    String plain = detail.replaceAll("\\p{Cntrl}", " ");
    jdbc.sql(WitnessSql.WENT)
        .param("name", name)
        .param("size", size)
        .param("outcome", outcome)
        .param("detail", plain.substring(0, Math.min(plain.length(), LONGEST_DETAIL)))
        .update();
  }

  private WitnessClient.Answer send(
      String address, LogReader log, String note, Checkpoint checkpoint, long oldSize)
      throws IOException, InterruptedException {
    return client.addCheckpoint(
        address, new WitnessRequest(oldSize, log.consistency(oldSize, checkpoint), note).body());
  }

  /** A witness that saw more than there is: entries are gone, or an old copy was put back. */
  private Optional<String> ahead(NoteKey witness, Checkpoint checkpoint, long known) {
    LOG.error(
        "the witness {} cosigned {} entries of this ledger, which has only {}",
        witness.name(),
        known,
        checkpoint.size());
    went(
        witness.text(),
        0,
        "ahead",
        "it cosigned "
            + known
            + " entries of this ledger, which has only "
            + checkpoint.size()
            + ": entries are gone, or an old copy was put back");
    return Optional.empty();
  }

  /** Only lines of this witness that hold are kept; what else it sends is nobody's word. */
  private Optional<String> cosigned(
      NoteKey witness, String note, Checkpoint checkpoint, String lines) {
    String held =
        lines
            .lines()
            .limit(MOST_LINES)
            .map(line -> line + "\n")
            .filter(line -> isOf(witness, note + line))
            .collect(Collectors.joining());
    if (held.isEmpty()) {
      went(
          witness.text(), 0, "unverified", "it answered without a signature of its key that holds");
      return Optional.empty();
    }
    went(witness.text(), checkpoint.size(), "cosigned", "");
    return Optional.of(held);
  }

  private boolean isOf(NoteKey witness, String note) {
    try {
      return !OpenedCheckpoint.open(note, key.signer().key(), witness).cosignatures().isEmpty();
    } catch (ProofException refused) {
      return false;
    }
  }
}
