package dev.cordon.backup;

import dev.cordon.CordonException;
import dev.cordon.ground.ClusterRows;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.Ground;
import dev.cordon.kernel.KernelException;
import dev.cordon.kernel.merkle.Checkpoint;
import dev.cordon.kernel.merkle.Hash;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.ledger.StandaloneLedger;
import dev.cordon.ledger.VerificationFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/*
 * The database recovers; the ledger's files are written on to its last placed entry; then the ledger proves the rest:
 * every entry's bytes and columns, every checkpoint, what opens each entry, and that this tree continues the checkpoints the
 * backup's statement names and, where one is given, a checkpoint from elsewhere. Rows are counted against the
 * manifest: tables only grow, so fewer than at the backup's end is a loss. Each sealed source the database knows
 * must lie in the vault.
 */
/** Proves that a restored directory is whole. */
final class RestoredProof {

  private static final String SOURCES =
      """
      select s.operation_id || '/sources/' || s.sha256 from cordon.source s
      where s.sealing = 'COPIED'
        and not exists (select from cordon.destroyed_copy d where d.operation_id = s.operation_id and d.source_id = s.id)
      """;

  private final Ground ground;
  private final Restoration restored;
  private final Optional<Checkpoint> later;
  private final List<VerificationFinding> findings = new ArrayList<>();
  private long entries;

  private RestoredProof(Ground ground, Restoration restored, Optional<Checkpoint> later) {
    this.ground = ground;
    this.restored = restored;
    this.later = later;
  }

  /**
   * What was found.
   *
   * @param findings in their order
   * @param entries how many entries the restored ledger holds
   * @param missing how many more the checkpoint from elsewhere covers; 0 where none was given
   */
  record Found(List<VerificationFinding> findings, long entries, long missing) {

    /** Whether every check held. */
    boolean held() {
      return findings.stream().allMatch(VerificationFinding::held);
    }
  }

  /** Proves it on a started database. */
  static Found prove(
      Ground ground, StandaloneLedger ledger, Restoration restored, Optional<Checkpoint> later) {
    return new RestoredProof(ground, restored, later).run(ledger);
  }

  private Found run(StandaloneLedger ledger) {
    Statement statement = restored.statement();
    held(
        "database",
        "recovered from %s to at least %s (PostgreSQL %s, schema %s)"
            .formatted(
                statement.logFrom(),
                statement.logTo(),
                statement.postgresql(),
                statement.schema()));
    ledger(ledger);
    rows(ground.directory());
    sources(ground.directory());
    long missing = later.map(Checkpoint::size).map(size -> Math.max(0, size - entries)).orElse(0L);
    return new Found(List.copyOf(findings), entries, missing);
  }

  private void ledger(StandaloneLedger ledger) {
    try {
      entries = ledger.catchUp().size();
      NoteKey key = restored.ledgerKey();
      findings.addAll(ledger.verify(claimed(), key));
    } catch (CordonException | KernelException broken) {
      findings.add(new VerificationFinding("ledger", false, String.valueOf(broken.getMessage())));
    }
  }

  private Map<Long, Hash> claimed() {
    Map<Long, Hash> claimed = new TreeMap<>();
    Checkpoint first = restored.statement().first();
    Checkpoint last = restored.statement().last();
    claimed.put(first.size(), first.root());
    claimed.put(last.size(), last.root());
    later
        .filter(checkpoint -> checkpoint.size() <= entries)
        .ifPresent(checkpoint -> claimed.put(checkpoint.size(), checkpoint.root()));
    return claimed;
  }

  private void rows(DataDirectory directory) {
    Map<String, Long> found = ClusterRows.counts(directory);
    List<String> fewer = new ArrayList<>();
    restored
        .manifest()
        .rows()
        .forEach((table, count) -> {
          long now = found.getOrDefault(table, 0L);
          if (now < count) {
            fewer.add(table + " has " + now + " rows of " + count);
          }
        });
    long counted = found.values().stream().mapToLong(Long::longValue).sum();
    findings.add(
        new VerificationFinding(
            "rows",
            fewer.isEmpty(),
            fewer.isEmpty()
                ? "%,d rows in %,d tables; none has fewer than when the backup ended"
                    .formatted(counted, found.size())
                : String.join("; ", fewer)));
  }

  private void sources(DataDirectory directory) {
    List<String> known = ClusterRows.lines(directory, SOURCES);
    java.util.NavigableSet<String> files =
        new java.util.TreeSet<>(restored.manifest().files().keySet());
    List<String> missing =
        known.stream()
            .filter(source -> {
              String next = files.ceiling("vault/" + source);
              return next == null || !next.startsWith("vault/" + source);
            })
            .toList();
    findings.add(
        new VerificationFinding(
            "vault",
            missing.isEmpty(),
            missing.isEmpty()
                ? "all %,d sealed sources the database knows lie in the vault"
                    .formatted(known.size())
                : missing.size()
                    + " sealed sources are missing, the first is "
                    + missing.getFirst()));
  }

  private void held(String check, String detail) {
    findings.add(new VerificationFinding(check, true, detail));
  }
}
