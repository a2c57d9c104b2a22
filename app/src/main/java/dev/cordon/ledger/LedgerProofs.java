package dev.cordon.ledger;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.ground.DataDirectory;
import dev.cordon.kernel.merkle.Hash;
import dev.cordon.kernel.merkle.LogProof;
import dev.cordon.kernel.merkle.LogReader;
import dev.cordon.kernel.merkle.ProofException;
import dev.cordon.ledger.internal.LedgerKey;
import dev.cordon.ledger.internal.WitnessKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the tree stands with an entry: waits, placed, or proved under a checkpoint. */
@Service
public class LedgerProofs {

  private static final int ATTEMPTS = 5;

  private final JdbcClient jdbc;
  private final DataDirectory directory;
  private final LedgerKey key;
  private final WitnessKeys witness;

  LedgerProofs(JdbcClient jdbc, DataDirectory directory, LedgerKey key, WitnessKeys witness) {
    this.witness = witness;
    this.jdbc = jdbc;
    this.directory = directory;
    this.key = key;
  }

  /**
   * Where the tree stands with an entry.
   *
   * @param leaf the hash of its leaf, in hex; known at once
   * @param place in the tree, once it has one
   * @param size of the checkpoint that covers it
   * @param root of that checkpoint, in hex
   * @param proof the hashes that lead from the leaf to the root, in hex; checked before they are
   *     given
   * @param problem why the files do not prove it, where they should
   */
  public record State(
      String leaf,
      @Nullable Long place,
      @Nullable Long size,
      @Nullable String root,
      List<String> proof,
      @Nullable String problem) {

    /** Whether the files prove that the tree holds the entry. */
    public boolean proved() {
      return root != null;
    }
  }

  /**
   * That the tree holds an entry, as it is handed to others.
   *
   * @param place in the tree, from 0
   * @param hashes that lead from the leaf to the root, in hex; checked before they are given
   * @param checkpoint the signed note that covers it, with the own ML-DSA-44 cosignature
   * @param key what the note is checked with
   */
  public record Proof(long place, List<String> hashes, String checkpoint, String key) {

    /** Copies the hashes. */
    public Proof {
      hashes = List.copyOf(hashes);
    }
  }

  /**
   * The proof of an entry at its place; empty while no checkpoint covers it.
   *
   * @throws ProofException when the files do not lead to the root
   */
  @Transactional(readOnly = true)
  public Optional<Proof> prove(long place, byte[] body) {
    return new LogReader(directory.ledger(), key.signer().key())
        .inclusion(place, body)
        .flatMap(found ->
            jdbc.sql(LedgerSql.CHECKPOINT)
                .param("size", found.checkpoint().size())
                .query(String.class)
                .optional()
                .map(note ->
                    new Proof(
                        place,
                        found.proof().stream().map(Hash::toString).toList(),
                        witness.cosignOwn(note, Instant.now()),
                        key.signer().key().text())));
  }

  /**
   * An entry with its proof, to be handed out and checked elsewhere.
   *
   * @param leaf its lines
   * @param proof the hashes that lead from the leaf to the root, in hex
   * @param checkpoint the signed note they lead to
   */
  public record Portable(String leaf, long place, List<String> proof, String checkpoint) {}

  /** The entry with its proof; none while no checkpoint covers it. */
  @Transactional(readOnly = true)
  public Optional<Portable> portable(EntryId id) {
    Row row = row(id);
    Long place = row.place();
    if (place == null) {
      return Optional.empty();
    }
    return prove(place, row.body())
        .map(proof ->
            new Portable(
                new String(row.body(), StandardCharsets.UTF_8),
                place,
                proof.hashes(),
                proof.checkpoint()));
  }

  /**
   * That the tree holds the entry, as a tlog-proof file.
   *
   * @throws RefusedException while no checkpoint covers it
   */
  @Transactional(readOnly = true)
  public String file(EntryId id) {
    Portable portable =
        portable(id)
            .orElseThrow(() ->
                new RefusedException(
                    "The ledger has not signed a checkpoint over this entry yet. Try again in some"
                        + " seconds."));
    return new LogProof(
            portable.place(),
            portable.proof().stream().map(hash -> Hash.of(HexFormat.of().parseHex(hash))).toList(),
            portable.checkpoint())
        .text();
  }

  /** The exact text of an entry the reader may see. */
  @Transactional(readOnly = true)
  public String leaf(EntryId id) {
    return new String(row(id).body(), StandardCharsets.UTF_8);
  }

  private record Row(@Nullable Long place, byte[] body, Instant at) {}

  /** The state of an entry the reader may see. */
  @Transactional(readOnly = true)
  public State of(EntryId id) {
    Row row = row(id);
    String leaf = Hash.ofLeaf(row.body()).toString();
    if (row.place() == null) {
      return new State(leaf, null, null, null, List.of(), null);
    }
    try {
      Optional<LogReader.Inclusion> inclusion =
          new LogReader(directory.ledger(), key.signer().key()).inclusion(row.place(), row.body());
      return new State(
          leaf,
          row.place(),
          inclusion.map(found -> found.checkpoint().size()).orElse(null),
          inclusion.map(found -> found.checkpoint().root().toString()).orElse(null),
          inclusion
              .map(found -> found.proof().stream().map(Hash::toString).toList())
              .orElse(List.of()),
          null);
    } catch (ProofException broken) {
      return new State(leaf, row.place(), null, null, List.of(), broken.getMessage());
    }
  }

  private Row row(EntryId id) {
    return jdbc.sql(LedgerSql.BODY)
        .param("id", id.value())
        .query((found, number) ->
            new Row(
                found.getObject("place", Long.class),
                found.getBytes("body"),
                Columns.instant(found, "at")))
        .optional()
        .orElseThrow(NoSuchElementException::new);
  }
}
