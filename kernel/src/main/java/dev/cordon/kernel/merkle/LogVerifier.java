package dev.cordon.kernel.merkle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Checks a whole log from its files alone: the checkpoint's signatures, every entry, every tile,
 * the root, every checkpoint kept from before, and that nothing else lies there. Trusts nothing but
 * the policy it is given; memory does not grow with the log.
 */
public final class LogVerifier {

  private final LogFiles files;
  private final LogPolicy policy;
  private final Map<Long, Hash> claimed;
  private final List<Step> steps = new ArrayList<>();

  private LogVerifier(Path directory, LogPolicy policy, Map<Long, Hash> claimed) {
    this.files = new LogFiles(directory);
    this.policy = policy;
    this.claimed = claimed;
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
    return verify(directory, LogPolicy.trusting(trusted));
  }

  /** The checks made, in order; the last one is the one that failed, where one did. */
  public static List<Step> verify(Path directory, LogPolicy policy) {
    return verify(directory, policy, Map.of());
  }

  /**
   * The checks made, in order; the last one is the one that failed, where one did.
   *
   * @param claimed roots a database says the log had at these sizes; checked as kept checkpoints
   *     are
   */
  public static List<Step> verify(Path directory, LogPolicy policy, Map<Long, Hash> claimed) {
    return new LogVerifier(directory, policy, claimed).run();
  }

  private List<Step> run() {
    try {
      Checkpoint checkpoint = checkpoint();
      long[] kept = files.kept();
      TreeRebuild rebuild = new TreeRebuild(files, checkpoint.size(), sizes(kept));
      Hash root = rebuild.run();
      held(Check.LENGTH, checkpoint.size() + " entries are there, each whole");
      held(Check.TILE, rebuild.tiles() + " tiles hold the hashes of these entries");
      if (!root.equals(checkpoint.root())) {
        throw new ProofException(
            Check.ROOT,
            "the entries lead to root " + root + ", the checkpoint says " + checkpoint.root());
      }
      held(Check.ROOT, "the entries lead to the checkpoint's root " + root);
      history(checkpoint, kept, rebuild);
      claimed(checkpoint, rebuild);
      held(Check.STRAY, new OtherFiles(files, checkpoint.size()).look());
    } catch (ProofException refused) {
      steps.add(new Step(refused.check(), false, String.valueOf(refused.getMessage())));
    }
    return List.copyOf(steps);
  }

  private Checkpoint checkpoint() {
    String note =
        files
            .checkpoint()
            .orElseThrow(() -> new ProofException(Check.PRESENCE, "checkpoint is missing"));
    OpenedCheckpoint opened = policy.openUnwitnessed(note);
    held(
        Check.SIGNATURE,
        "the checkpoint of "
            + opened.checkpoint().origin()
            + " over "
            + opened.checkpoint().size()
            + " entries is signed by a trusted key");
    return opened.checkpoint();
  }

  /** Each checkpoint kept is of this tree; the newest that enough witnesses cosigned is named. */
  private void history(Checkpoint last, long[] kept, TreeRebuild rebuild) {
    long witnessed = -1;
    String who = "";
    for (long size : kept) {
      String path = Tiles.KEPT + "/" + size;
      OpenedCheckpoint opened = LogFiles.named(path, () -> kept(path, size, last));
      if (!opened.checkpoint().root().equals(rebuild.rootAt(size))) {
        throw new ProofException(
            Check.HISTORY,
            path + ": the first " + size + " entries do not lead to its root: history was changed");
      }
      if (policy.isReached(opened)) {
        witnessed = size;
        who = names(opened);
      }
    }
    held(Check.HISTORY, kept.length + " checkpoints kept from before are of this tree");
    if (policy.quorum() instanceof LogPolicy.Quorum.None) {
      return;
    }
    if (witnessed < 0) {
      throw new ProofException(
          Check.QUORUM, "no checkpoint kept here has the witnesses the policy asks for");
    }
    held(
        Check.QUORUM,
        "the first " + witnessed + " of " + last.size() + " entries were cosigned by " + who);
  }

  private long[] sizes(long... kept) {
    return LongStream.concat(
            LongStream.of(kept), claimed.keySet().stream().mapToLong(Long::longValue))
        .sorted()
        .distinct()
        .toArray();
  }

  private void claimed(Checkpoint last, TreeRebuild rebuild) {
    claimed.forEach((size, root) -> {
      if (size > last.size()) {
        throw new ProofException(
            Check.HISTORY,
            "the database has a checkpoint over "
                + size
                + " entries, the files only "
                + last.size()
                + ": some are gone");
      }
      if (!root.equals(rebuild.rootAt(size))) {
        throw new ProofException(
            Check.HISTORY,
            "the database's checkpoint over " + size + " entries is not of this tree");
      }
    });
    if (!claimed.isEmpty()) {
      held(Check.HISTORY, claimed.size() + " checkpoints of the database are of this tree");
    }
  }

  private OpenedCheckpoint kept(String path, long size, Checkpoint last) {
    String note =
        files
            .note(path)
            .orElseThrow(() -> new ProofException(Check.PRESENCE, path + " is missing"));
    OpenedCheckpoint opened = policy.openUnwitnessed(note);
    Checkpoint checkpoint = opened.checkpoint();
    if (checkpoint.size() != size || !checkpoint.origin().equals(last.origin())) {
      throw new ProofException(
          Check.HISTORY,
          "it is of " + checkpoint.origin() + " over " + checkpoint.size() + " entries");
    }
    if (size > last.size()) {
      throw new ProofException(
          Check.HISTORY,
          "it covers " + size + " entries, the last checkpoint " + last.size() + ": some are gone");
    }
    return opened;
  }

  private static String names(OpenedCheckpoint opened) {
    return opened.cosignatures().stream()
        .map(signed -> signed.witness().name() + " at " + signed.at())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void held(Check check, String detail) {
    steps.add(new Step(check, true, detail));
  }
}
