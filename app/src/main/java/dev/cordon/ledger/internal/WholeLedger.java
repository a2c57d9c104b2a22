package dev.cordon.ledger.internal;

import dev.cordon.kernel.merkle.Checkpoint;
import dev.cordon.kernel.merkle.LogPolicy;
import dev.cordon.kernel.merkle.LogReader;
import dev.cordon.kernel.merkle.LogVerifier;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.kernel.merkle.OpenedCheckpoint;
import dev.cordon.kernel.merkle.ProofException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Verifies the ledger's files, then every link between them and the database. */
public final class WholeLedger {

  private static final JsonMapper JSON = JsonMapper.shared();

  private WholeLedger() {}

  /**
   * One check and what came of it.
   *
   * @param check its name
   */
  public record Finding(String check, boolean held, String detail) {

    /** For a reader. */
    public String line() {
      return (held ? "held    " : "FAILED  ") + check + ": " + detail;
    }

    /** As a JSON object. */
    public String json() {
      return JSON.writeValueAsString(this);
    }
  }

  /** The checks made, in order; the last is the one that failed, where one did. */
  public static List<Finding> verify(Path ledger, NoteKey key, JdbcClient jdbc) {
    LogReader log = new LogReader(ledger, key);
    DatabaseLinks links = new DatabaseLinks(jdbc, log);
    List<Finding> findings = new ArrayList<>();
    // The database may be ahead of the files, never behind: its checkpoints are read before.
    for (LogVerifier.Step step :
        LogVerifier.verify(ledger, LogPolicy.trusting(key), links.checkpoints())) {
      findings.add(
          new Finding(step.check().name().toLowerCase(Locale.ROOT), step.held(), step.detail()));
    }
    if (findings.getLast().held()) {
      findings.add(entries(log, links, key));
    }
    if (findings.getLast().held()) {
      findings.add(openings(links));
    }
    return List.copyOf(findings);
  }

  private static Finding entries(LogReader log, DatabaseLinks links, NoteKey key) {
    try {
      long size =
          log.lastNote()
              .map(note -> OpenedCheckpoint.open(note, key).checkpoint())
              .map(Checkpoint::size)
              .orElse(0L);
      String fault = links.firstFault(size);
      return fault == null
          ? new Finding("link", true, size + " entries are the same in the database")
          : new Finding("link", false, fault);
    } catch (ProofException damaged) {
      return new Finding("link", false, String.valueOf(damaged.getMessage()));
    }
  }

  private static Finding openings(DatabaseLinks links) {
    long unopened = links.unopened();
    return new Finding(
        "opening",
        unopened == 0,
        unopened == 0
            ? "each entry has the row that opens it, or says when that was destroyed"
            : unopened + " entries have no row that opens them: it was removed by hand");
  }
}
