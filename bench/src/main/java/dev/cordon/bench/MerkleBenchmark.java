package dev.cordon.bench;

import dev.cordon.kernel.merkle.Checkpoint;
import dev.cordon.kernel.merkle.Cosigner;
import dev.cordon.kernel.merkle.Hash;
import dev.cordon.kernel.merkle.Nodes;
import dev.cordon.kernel.merkle.Note;
import dev.cordon.kernel.merkle.NoteSigner;
import dev.cordon.kernel.merkle.Proofs;
import dev.cordon.kernel.merkle.SignatureType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the single steps of the ledger cost, in microseconds: a leaf of 500 bytes beside plain
 * SHA-256 of the same bytes, a bundle of 256 leaves, proofs in a tree of a million leaves,
 * checkpoints and cosignatures of both kinds. What is checked is checked against its own root and
 * key, so a wrong answer throws.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class MerkleBenchmark {

  private static final int LEAVES = 1 << 20;
  private static final int BUNDLE = 256;
  private static final int BYTES = 500;
  private static final long INDEX = 777_777;
  private static final long BEFORE = 654_321;

  private final byte[] leaf = new byte[BYTES];
  private final List<List<Hash>> levels = new ArrayList<>();
  private final NoteSigner signer = NoteSigner.generate("bench.example");
  private final Cosigner ed25519 = Cosigner.generate("w.example", SignatureType.COSIGNATURE);
  private final Cosigner mlDsa = Cosigner.generate("p.example", SignatureType.ML_DSA_44);
  private final Nodes nodes = (level, index) -> levels.get(level).get((int) index);
  private List<Hash> inclusion = List.of();
  private List<Hash> consistency = List.of();
  private Hash root = Hash.EMPTY_ROOT;
  private Hash rootBefore = Hash.EMPTY_ROOT;
  private String text = "";
  private Note note = new Note("");

  /** A tree of a million leaves, with its proofs and a cosigned checkpoint. */
  @Setup
  public void tree() {
    List<Hash> level = new ArrayList<>(LEAVES);
    for (int at = 0; at < LEAVES; at++) {
      level.add(Hash.ofLeaf(Integer.toString(at).getBytes(StandardCharsets.US_ASCII)));
    }
    levels.add(level);
    while (level.size() > 1) {
      List<Hash> above = new ArrayList<>(level.size() / 2);
      for (int at = 0; at < level.size(); at += 2) {
        above.add(Hash.ofChildren(level.get(at), level.get(at + 1)));
      }
      levels.add(above);
      level = above;
    }
    root = Proofs.root(0, LEAVES, nodes);
    rootBefore = Proofs.root(0, BEFORE, nodes);
    inclusion = Proofs.inclusion(INDEX, LEAVES, nodes);
    consistency = Proofs.consistency(BEFORE, LEAVES, nodes);
    text = new Checkpoint("bench.example", LEAVES, root).text();
    note = new Note(signer.sign(text) + mlDsa.cosign(text, Instant.now()));
  }

  /** Plain SHA-256 of a leaf's bytes: what nothing can be faster than. */
  @Benchmark
  public byte[] plainSha256() throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("SHA-256").digest(leaf);
  }

  /** A leaf's hash. */
  @Benchmark
  public Hash leafHash() {
    return Hash.ofLeaf(leaf);
  }

  /** The root over a full tile's 256 leaves, hashed anew. */
  @Benchmark
  public Hash bundleRoot() {
    List<Hash> level = new ArrayList<>(BUNDLE);
    for (int at = 0; at < BUNDLE; at++) {
      level.add(Hash.ofLeaf(leaf));
    }
    for (int width = BUNDLE; width > 1; width /= 2) {
      for (int at = 0; at < width / 2; at++) {
        level.set(at, Hash.ofChildren(level.get(2 * at), level.get(2 * at + 1)));
      }
    }
    return level.getFirst();
  }

  /** The proof that a leaf stands in a tree of a million. */
  @Benchmark
  public List<Hash> proveInclusion() {
    return Proofs.inclusion(INDEX, LEAVES, nodes);
  }

  /** Checking that proof. */
  @Benchmark
  public void verifyInclusion() {
    Proofs.verifyInclusion(INDEX, LEAVES, levels.getFirst().get((int) INDEX), inclusion, root);
  }

  /** Checking that a tree of a million continues one of 654,321. */
  @Benchmark
  public void verifyConsistency() {
    Proofs.verifyConsistency(BEFORE, LEAVES, consistency, rootBefore, root);
  }

  /** Signing a checkpoint. */
  @Benchmark
  public String signCheckpoint() {
    return signer.sign(text);
  }

  /** Cosigning a checkpoint with Ed25519. */
  @Benchmark
  public String cosignEd25519() {
    return ed25519.cosign(text, Instant.EPOCH.plusSeconds(1));
  }

  /** Cosigning a checkpoint with ML-DSA-44. */
  @Benchmark
  public String cosignMlDsa44() {
    return mlDsa.cosign(text, Instant.EPOCH.plusSeconds(1));
  }

  /** Opening a checkpoint signed by its log and cosigned with ML-DSA-44. */
  @Benchmark
  public String openCosigned() {
    return note.open(signer.key(), mlDsa.key());
  }
}
