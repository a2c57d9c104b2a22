package dev.cordon.backup;

import dev.cordon.CordonException;
import dev.cordon.kernel.merkle.Checkpoint;
import dev.cordon.kernel.merkle.LogReader;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.kernel.merkle.OpenedCheckpoint;
import dev.cordon.kernel.merkle.Tiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/*
 * The sequencer goes on writing meanwhile. What was kept from before is read first, so that no kept checkpoint is
 * beyond the last; then the last checkpoint with the partial tiles it needs, which the sequencer removes two checkpoints
 * later: when one is gone by then, anew with the next checkpoint. Full tiles never change and come last. All of it
 * is before the database's end, so the files are never ahead of the database.
 */
/** The ledger's files as a whole under one checkpoint, while the server writes on. */
final class LedgerFiles {

  private static final int MOST_TRIES = 1_000;
  private static final String DRAFT = ".new";
  private static final Pattern FULL = Pattern.compile("tile/(entries|[0-9])/(x[0-9]{3}/)*[0-9]{3}");

  private final Path ledger;
  private final NoteKey key;
  private final Storing storing;

  LedgerFiles(Path ledger, NoteKey key, Storing storing) {
    this.ledger = ledger;
    this.key = key;
    this.storing = storing;
  }

  /** Stores them; gives the checkpoint they are under. */
  Checkpoint store() throws IOException {
    List<Path> full = new ArrayList<>();
    for (Path path : FolderList.files(ledger)) {
      String name = ledger.relativize(path).toString();
      if (FULL.matcher(name).matches()) {
        full.add(path);
      } else if (!name.startsWith("tile/")
          && !name.endsWith(DRAFT)
          && !name.equals(Tiles.CHECKPOINT)) {
        storing.file(path, true);
      }
    }
    Checkpoint checkpoint = last();
    // Again: tiles that filled since they were listed.
    for (long level = -1; level < Tiles.levels(checkpoint.size()); level++) {
      storeFull((int) level, checkpoint.size(), full);
    }
    for (Path tile : full) {
      storing.file(tile, true);
    }
    return checkpoint;
  }

  private Checkpoint last() throws IOException {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      String note =
          new LogReader(ledger, key)
              .lastNote()
              .orElseThrow(
                  () -> new CordonException("the ledger in " + ledger + " has no checkpoint yet."));
      Checkpoint checkpoint = OpenedCheckpoint.open(note, key).checkpoint();
      try {
        for (String partial : partials(checkpoint.size())) {
          storing.file(ledger.resolve(partial), false);
        }
        storing.bytes(ledger.resolve(Tiles.CHECKPOINT), note.getBytes(StandardCharsets.UTF_8));
        return checkpoint;
      } catch (NoSuchFileException replaced) {
        storing.forget(partials(checkpoint.size()).stream().map(ledger::resolve).toList());
      }
    }
    throw new CordonException(
        "the ledger in "
            + ledger
            + " lacks tiles its checkpoint needs. Verify it: ./cordon verify "
            + ledger);
  }

  /** The partial tiles and the partial bundle of a tree of that size. */
  static List<String> partials(long size) {
    List<String> partials = new ArrayList<>();
    for (int level = 0; level < Tiles.levels(size); level++) {
      long nodes = size >>> level * Tiles.HEIGHT;
      int width = (int) (nodes % Tiles.WIDTH);
      if (width > 0) {
        partials.add(Tiles.tilePath(level, nodes / Tiles.WIDTH, width));
      }
    }
    int width = (int) (size % Tiles.WIDTH);
    if (width > 0) {
      partials.add(Tiles.entriesPath(size / Tiles.WIDTH, width));
    }
    return partials;
  }

  /** Adds the last full tiles of a level that were not listed; those before them were. */
  private void storeFull(int level, long size, List<Path> listed) {
    java.util.Set<Path> known = new java.util.HashSet<>(listed);
    long count = size >>> (Math.max(level, 0) + 1) * Tiles.HEIGHT;
    for (long index = count - 1; index >= 0; index--) {
      Path tile =
          ledger.resolve(
              level < 0
                  ? Tiles.entriesPath(index, Tiles.WIDTH)
                  : Tiles.tilePath(level, index, Tiles.WIDTH));
      if (known.contains(tile)) {
        return;
      }
      listed.add(tile);
    }
  }
}
