package dev.cordon.kernel.merkle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a whole log from its files alone: the checkpoint's signature, every entry, every tile, the
 * root. Trusts nothing but the keys it is given; reads one bundle at a time.
 */
public final class LogVerifier {

  private final LogFiles files;
  private final NoteKey[] trusted;
  private final List<Step> steps = new ArrayList<>();
  private long tiles;

  private LogVerifier(Path directory, NoteKey... trusted) {
    this.files = new LogFiles(directory);
    this.trusted = trusted;
  }

  /**
   * One check.
   *
   * @param check which
   * @param held whether it held
   * @param detail what was found
   */
  public record Step(Check check, boolean held, String detail) {}

  /** The checks made, in order; the last one is the one that failed, where one did. */
  public static List<Step> verify(Path directory, NoteKey... trusted) {
    return new LogVerifier(directory, trusted).run();
  }

  private List<Step> run() {
    try {
      String note =
          files
              .checkpoint()
              .orElseThrow(() -> new ProofException(Check.PRESENCE, "checkpoint is missing"));
      Checkpoint checkpoint = Checkpoint.parse(new Note(note).open(trusted));
      held(
          Check.SIGNATURE,
          "the checkpoint of "
              + checkpoint.origin()
              + " over "
              + checkpoint.size()
              + " entries is signed by a trusted key");
      Hash root = rebuild(checkpoint.size());
      held(Check.LENGTH, checkpoint.size() + " entries are there, each whole");
      held(Check.TILE, tiles + " tiles hold the hashes of these entries");
      if (!root.equals(checkpoint.root())) {
        throw new ProofException(
            Check.ROOT,
            "the entries lead to root " + root + ", the checkpoint says " + checkpoint.root());
      }
      held(Check.ROOT, "the entries lead to the checkpoint's root " + root);
    } catch (ProofException refused) {
      steps.add(new Step(refused.check(), false, String.valueOf(refused.getMessage())));
    }
    return List.copyOf(steps);
  }

  private Hash rebuild(long size) {
    TileBorder border = new TileBorder(this::requireTile);
    for (long bundle = 0; bundle * Tiles.WIDTH < size; bundle++) {
      int width = (int) Math.min(Tiles.WIDTH, size - bundle * Tiles.WIDTH);
      for (byte[] entry : files.entries(bundle, width)) {
        border.append(Hash.ofLeaf(entry));
      }
    }
    for (int level = 0; level < border.levels(); level++) {
      List<Hash> partial = border.partial(level);
      if (!partial.isEmpty()) {
        requireTile(level, (size >>> level * Tiles.HEIGHT) / Tiles.WIDTH, partial);
      }
    }
    return border.root();
  }

  private void requireTile(int level, long index, List<Hash> wanted) {
    List<Hash> found = files.tile(level, index, wanted.size());
    for (int number = 0; number < wanted.size(); number++) {
      if (!found.get(number).equals(wanted.get(number))) {
        throw new ProofException(
            Check.TILE,
            Tiles.tilePath(level, index, wanted.size())
                + ": hash "
                + number
                + " is not that of what it stands for");
      }
    }
    tiles++;
  }

  private void held(Check check, String detail) {
    steps.add(new Step(check, true, detail));
  }
}
