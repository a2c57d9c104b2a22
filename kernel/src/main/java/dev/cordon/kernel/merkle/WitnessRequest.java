package dev.cordon.kernel.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A request to a witness: that it cosigns a checkpoint because the tree it saw last is its
 * beginning (C2SP tlog-witness, add-checkpoint).
 *
 * @param oldSize of the last checkpoint the witness cosigned, 0 for none
 * @param proof that the old tree is the beginning of the new one; empty for the first
 * @param note the signed checkpoint
 */
public record WitnessRequest(long oldSize, List<Hash> proof, String note) {

  private static final int MOST_HASHES = 63;
  private static final String OLD = "old ";

  /** Copies the proof. */
  public WitnessRequest {
    proof = List.copyOf(proof);
  }

  /**
   * Read from a request's body.
   *
   * @throws WitnessRefusal when it is not of the form
   */
  public static WitnessRequest parse(String body) {
    int end = body.indexOf("\n\n");
    if (end < 0) {
      throw malformed("a request has an empty line before the checkpoint");
    }
    List<String> lines = Arrays.asList(body.substring(0, end).split("\n", MOST_HASHES + 2));
    if (!lines.getFirst().startsWith(OLD)) {
      throw malformed("a request begins with the line 'old SIZE'");
    }
    if (lines.size() > MOST_HASHES + 1) {
      throw malformed("a proof has at most " + MOST_HASHES + " hashes");
    }
    try {
      long oldSize = Checkpoint.size("the old size", lines.getFirst().substring(OLD.length()));
      List<Hash> proof = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        proof.add(Checkpoint.hash(line));
      }
      return new WitnessRequest(oldSize, proof, body.substring(end + 2));
    } catch (ProofException bad) {
      throw malformed(String.valueOf(bad.getMessage()));
    }
  }

  /** The body to send. */
  public String body() {
    StringBuilder body = new StringBuilder(OLD).append(oldSize).append('\n');
    proof.forEach(hash -> body.append(hash.base64()).append('\n'));
    return body.append('\n').append(note).toString();
  }

  /**
   * The origin the checkpoint names, to look up whose keys to trust.
   *
   * @throws WitnessRefusal when there is no checkpoint
   */
  public String claimedOrigin() {
    try {
      return OpenedCheckpoint.claimedOrigin(note);
    } catch (ProofException bad) {
      throw malformed(String.valueOf(bad.getMessage()));
    }
  }

  /**
   * What a witness that saw {@code last} may cosign. The caller must write the result down before
   * anyone sees a signature over it, and let nobody else judge for this log in between.
   *
   * @param last the newest checkpoint cosigned for this log; none for the first
   * @param logKeys the keys of the log, all of its origin's name; none for an unknown log
   * @throws WitnessRefusal when it may not
   */
  public Checkpoint judge(Optional<Checkpoint> last, NoteKey... logKeys) {
    long known = last.map(Checkpoint::size).orElse(0L);
    if (logKeys.length == 0) {
      throw refusal(WitnessRefusal.Reason.UNKNOWN_LOG, known, "this witness knows no such log");
    }
    Checkpoint asked = opened(known, logKeys);
    if (oldSize > asked.size()) {
      throw malformed("the old size is " + oldSize + ", the checkpoint's only " + asked.size());
    }
    if (oldSize != known) {
      throw refusal(
          WitnessRefusal.Reason.CONFLICT,
          known,
          "the last checkpoint cosigned here has " + known + " entries, not " + oldSize);
    }
    if (oldSize == asked.size() && last.isPresent()) {
      requireSame(last.get(), asked);
      return asked;
    }
    requireConsistent(known, last, asked);
    return asked;
  }

  private Checkpoint opened(long known, NoteKey... logKeys) {
    try {
      return OpenedCheckpoint.open(note, logKeys).checkpoint();
    } catch (ProofException refused) {
      boolean unsigned = refused.check() == Check.KEY || refused.check() == Check.SIGNATURE;
      throw refusal(
          unsigned ? WitnessRefusal.Reason.UNSIGNED : WitnessRefusal.Reason.MALFORMED,
          known,
          String.valueOf(refused.getMessage()));
    }
  }

  private void requireSame(Checkpoint last, Checkpoint asked) {
    if (!last.root().equals(asked.root())) {
      throw refusal(
          WitnessRefusal.Reason.CONFLICT,
          last.size(),
          WitnessRefusal.SPLIT + " over " + last.size() + " entries: the log shows two histories");
    }
    if (!proof.isEmpty()) {
      throw refusal(
          WitnessRefusal.Reason.INCONSISTENT, last.size(), "nothing grew, yet there is a proof");
    }
  }

  private void requireConsistent(long known, Optional<Checkpoint> last, Checkpoint asked) {
    try {
      if (known == 0) {
        if (!proof.isEmpty()) {
          throw new ProofException(Check.LENGTH, "a proof from an empty tree is empty");
        }
        return;
      }
      Proofs.verifyConsistency(known, asked.size(), proof, last.orElseThrow().root(), asked.root());
    } catch (ProofException refused) {
      throw refusal(
          WitnessRefusal.Reason.INCONSISTENT, known, String.valueOf(refused.getMessage()));
    }
  }

  private static WitnessRefusal malformed(String message) {
    return refusal(WitnessRefusal.Reason.MALFORMED, 0, message);
  }

  private static WitnessRefusal refusal(WitnessRefusal.Reason reason, long known, String message) {
    return new WitnessRefusal(reason, known, message);
  }
}
