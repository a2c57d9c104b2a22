package dev.cordon.kernel.merkle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/*
 * Life of an entry here: appended, it is hashed and joins the border in memory; each tile or bundle that
 * fills is written at once. publish() writes the partial tiles and the partial bundle, then, when all of
 * them are on the disk, the signed checkpoint under its name. A kill before that leaves the old checkpoint
 * and files beyond it, which the next run writes again with the same bytes: the entries come from the
 * database in the order of their places.
 */
/**
 * Writes a log as static files (C2SP tlog-tiles). One writer per directory; not thread-safe.
 *
 * <p>Callers must append the same entries at the same places after a restart; {@link #size} says
 * where to go on.
 */
public final class LogWriter {

  private final LogFiles files;
  private final NoteSigner signer;
  private final List<byte[]> bundle = new ArrayList<>(Tiles.WIDTH);
  private final TileBorder border;

  private LogWriter(LogFiles files, NoteSigner signer) {
    this.files = files;
    this.signer = signer;
    this.border = new TileBorder(files::writeTile);
  }

  /**
   * Opens the log in a directory where its last checkpoint left it.
   *
   * @throws ProofException when what lies there is not what the checkpoint says
   */
  public static LogWriter open(Path directory, NoteSigner signer) {
    LogWriter writer = new LogWriter(new LogFiles(directory), signer);
    writer.files.checkpoint().ifPresent(writer::restore);
    return writer;
  }

  /** Appends an entry at the next place. */
  public void append(byte[] entry) {
    if (entry.length > Tiles.LARGEST_ENTRY_BYTES) {
      throw new IllegalArgumentException(
          "an entry has at most " + Tiles.LARGEST_ENTRY_BYTES + " bytes, this one " + entry.length);
    }
    bundle.add(entry.clone());
    if (bundle.size() == Tiles.WIDTH) {
      files.writeEntries(border.size() / Tiles.WIDTH, bundle);
      bundle.clear();
    }
    border.append(Hash.ofLeaf(entry));
  }

  /** How many entries there are; the place of the next one. */
  public long size() {
    return border.size();
  }

  /**
   * Writes what is not on the disk yet, then the checkpoint; gives the checkpoint as signed note.
   */
  public Published publish() {
    long nodes = border.size();
    for (int level = 0; level < border.levels(); level++) {
      List<Hash> partial = border.partial(level);
      if (!partial.isEmpty()) {
        files.writeTile(level, nodes / Tiles.WIDTH, partial);
      }
      nodes /= Tiles.WIDTH;
    }
    if (!bundle.isEmpty()) {
      files.writeEntries(border.size() / Tiles.WIDTH, bundle);
    }
    Checkpoint checkpoint = new Checkpoint(signer.key().name(), border.size(), border.root());
    String note = signer.sign(checkpoint.text());
    files.writeCheckpoint(note);
    return new Published(checkpoint, note);
  }

  /**
   * A checkpoint that stands.
   *
   * @param checkpoint what it says
   * @param note as signed
   */
  public record Published(Checkpoint checkpoint, String note) {}

  private void restore(String note) {
    Checkpoint checkpoint = Checkpoint.parse(new Note(note).open(signer.key()));
    long size = checkpoint.size();
    for (int level = Tiles.levels(size) - 1; level >= 0; level--) {
      long nodes = size >>> level * Tiles.HEIGHT;
      int width = (int) (nodes % Tiles.WIDTH);
      border.restore(level, width == 0 ? List.of() : files.tile(level, nodes / Tiles.WIDTH, width));
    }
    int width = (int) (size % Tiles.WIDTH);
    if (width > 0) {
      bundle.addAll(files.entries(size / Tiles.WIDTH, width));
    }
    if (!border.root().equals(checkpoint.root())) {
      throw new ProofException(
          Check.ROOT,
          "the tiles lead to root " + border.root() + ", the checkpoint says " + checkpoint.root());
    }
  }

  /** The last checkpoint of the directory, if there is one the key signed. */
  public static Optional<Checkpoint> lastCheckpoint(Path directory, NoteKey key) {
    return new LogFiles(directory)
        .checkpoint()
        .map(note -> Checkpoint.parse(new Note(note).open(key)));
  }
}
