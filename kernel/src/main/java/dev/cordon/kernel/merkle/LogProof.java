package dev.cordon.kernel.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * One file that proves offline that a log holds an entry (C2SP tlog-proof): place, hashes and the
 * signed checkpoint. The entry itself travels apart.
 *
 * @param place of the entry, from 0
 * @param hashes from the leaf's sibling up
 * @param note the checkpoint with its signatures
 * @param extra bytes of the application, which nothing here vouches for; empty for none
 */
public record LogProof(long place, List<Hash> hashes, String note, byte[] extra) {

  /** The most bytes a proof has. */
  public static final int LARGEST_BYTES = 1_000_000;

  /** The first line. */
  public static final String HEADER = "c2sp.org/tlog-proof@v1";

  private static final int MOST_HASHES = 63;
  private static final String INDEX = "index ";
  private static final String EXTRA = "extra ";

  /** Copies what can change. */
  public LogProof {
    hashes = List.copyOf(hashes);
    extra = extra.clone();
  }

  /** Without extra bytes. */
  public LogProof(long place, List<Hash> hashes, String note) {
    this(place, hashes, note, new byte[0]);
  }

  @Override
  public byte[] extra() {
    return extra.clone();
  }

  /** Read from a file's text. */
  public static LogProof parse(String text) {
    int end = text.indexOf("\n\n");
    if (end < 0 || text.length() > LARGEST_BYTES) {
      throw new ProofException(
          Check.FORM,
          "a proof has an empty line before the checkpoint and at most "
              + LARGEST_BYTES
              + " signs");
    }
    List<String> lines =
        new ArrayList<>(Arrays.asList(text.substring(0, end).split("\n", MOST_HASHES + 4)));
    if (!lines.removeFirst().equals(HEADER)) {
      throw new ProofException(Check.FORM, "a proof begins with the line " + HEADER);
    }
    byte[] extra = new byte[0];
    if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
      extra = NoteKey.decode(lines.removeFirst().substring(EXTRA.length()));
    }
    if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
      throw new ProofException(Check.FORM, "a proof has a line 'index PLACE'");
    }
    long place = Checkpoint.size("the index", lines.removeFirst().substring(INDEX.length()));
    if (lines.size() > MOST_HASHES) {
      throw new ProofException(Check.LENGTH, "a proof has at most " + MOST_HASHES + " hashes");
    }
    return new LogProof(
        place, lines.stream().map(Checkpoint::hash).toList(), text.substring(end + 2), extra);
  }

  /** The file's text. */
  public String text() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    if (extra.length > 0) {
      text.append(EXTRA).append(Base64.getEncoder().encodeToString(extra)).append('\n');
    }
    text.append(INDEX).append(place).append('\n');
    hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.append('\n').append(note).toString();
  }

  /**
   * Checks that a log of the policy holds the entry at the place.
   *
   * @return the checkpoint it rests on, with its witnesses
   * @throws ProofException naming the check that failed
   */
  public OpenedCheckpoint verify(byte[] entry, LogPolicy policy) {
    OpenedCheckpoint opened = policy.open(note);
    Proofs.verifyInclusion(
        place, opened.checkpoint().size(), Hash.ofLeaf(entry), hashes, opened.checkpoint().root());
    return opened;
  }
}
