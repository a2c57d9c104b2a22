package dev.cordon.kernel.merkle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/*
 * Life of an entry here: appended, it is hashed and joins the border in memory; each tile or bundle that
 * fills is written. publish() writes the partial tiles and the partial bundle, then, when all of them are
 * on the disk, the signed checkpoint under its name. A kill before that leaves the old checkpoint and
 * files beyond it, which the next run writes again with the same bytes: the entries come from the
 * database in the order of their places. A write that fails breaks the writer: what is in memory is then
 * ahead of the disk, and only opening the log again tells where it stands.
 */
/**
 * Writes a log as static files (C2SP tlog-tiles). One writer per directory; not thread-safe.
 *
 * <p>Callers must append the same entries at the same places after a restart; {@link #size} says
 * where to go on. After an exception the writer must be opened anew.
 */
public final class LogWriter {

  private final LogFiles files;
  private final LogDrafts drafts;
  private final NoteSigner signer;
  private final List<byte[]> bundle = new ArrayList<>(Tiles.WIDTH);
  private final TileBorder border;
  private List<String> partials = List.of();
  private List<String> partialsBefore = List.of();

  private LogWriter(Path directory, NoteSigner signer) {
    this.files = new LogFiles(directory);
    this.drafts = new LogDrafts(directory);
    this.signer = signer;
    this.border = new TileBorder(drafts::tile);
  }

  /**
   * Opens the log in a directory where its last checkpoint left it.
   *
   * @throws ProofException when what lies there is not what the checkpoint says
   */
  public static LogWriter open(Path directory, NoteSigner signer) {
    LogWriter writer = new LogWriter(directory, signer);
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
      drafts.entries(border.size() / Tiles.WIDTH, bundle);
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
    List<String> written = new ArrayList<>();
    long nodes = border.size();
    for (int level = 0; level < border.levels(); level++) {
      List<Hash> partial = border.partial(level);
      if (!partial.isEmpty()) {
        drafts.tile(level, nodes / Tiles.WIDTH, partial);
        written.add(Tiles.tilePath(level, nodes / Tiles.WIDTH, partial.size()));
      }
      nodes /= Tiles.WIDTH;
    }
    if (!bundle.isEmpty()) {
      drafts.entries(border.size() / Tiles.WIDTH, bundle);
      written.add(Tiles.entriesPath(border.size() / Tiles.WIDTH, bundle.size()));
    }
    Checkpoint checkpoint = new Checkpoint(signer.key().name(), border.size(), border.root());
    String note = signer.sign(checkpoint.text());
    drafts.note(Tiles.CHECKPOINT, note);
    forgetPartials(written);
    return new Published(checkpoint, note);
  }

  /**
   * Keeps a checkpoint for good, under its size, for those who want to see that later ones continue
   * it. One of the same size is replaced: it says the same, with other signatures. Needs no writer
   * and disturbs none.
   *
   * @param directory of the log
   * @param note signed by the key
   */
  public static void keep(Path directory, NoteKey key, String note) {
    Checkpoint checkpoint = OpenedCheckpoint.open(note, key).checkpoint();
    new LogDrafts(directory).note(Tiles.KEPT + "/" + checkpoint.size(), note);
  }

  /**
   * A checkpoint that stands.
   *
   * @param checkpoint what it says
   * @param note as signed
   */
  public record Published(Checkpoint checkpoint, String note) {}

  /** Partial tiles of two checkpoints stay, for whoever reads just now; older ones go. */
  private void forgetPartials(List<String> written) {
    List<String> old = new ArrayList<>(partialsBefore);
    old.removeAll(partials);
    old.removeAll(written);
    drafts.remove(old);
    partialsBefore = partials;
    partials = List.copyOf(written);
  }

  private void restore(String note) {
    Checkpoint checkpoint = OpenedCheckpoint.open(note, signer.key()).checkpoint();
    long size = checkpoint.size();
    List<String> found = new ArrayList<>();
    for (int level = Tiles.levels(size) - 1; level >= 0; level--) {
      long nodes = size >>> level * Tiles.HEIGHT;
      int width = (int) (nodes % Tiles.WIDTH);
      if (width > 0) {
        found.add(Tiles.tilePath(level, nodes / Tiles.WIDTH, width));
      }
      border.restore(level, width == 0 ? List.of() : files.tile(level, nodes / Tiles.WIDTH, width));
    }
    int width = (int) (size % Tiles.WIDTH);
    if (width > 0) {
      bundle.addAll(files.entries(size / Tiles.WIDTH, width));
      found.add(Tiles.entriesPath(size / Tiles.WIDTH, width));
    }
    if (!border.root().equals(checkpoint.root())) {
      throw new ProofException(
          Check.ROOT,
          "the tiles lead to root " + border.root() + ", the checkpoint says " + checkpoint.root());
    }
    requireBundle();
    partials = List.copyOf(found);
  }

  /** What a damaged bundle held would be written again, whole and wrong. */
  private void requireBundle() {
    List<Hash> leaves = border.levels() == 0 ? List.of() : border.partial(0);
    for (int number = 0; number < bundle.size(); number++) {
      if (!Hash.ofLeaf(bundle.get(number)).equals(leaves.get(number))) {
        throw new ProofException(
            Check.TILE, "entry " + number + " of the last bundle is not the one its tile names");
      }
    }
  }
}
