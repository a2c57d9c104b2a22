package dev.cordon.backup;

import dev.cordon.ground.Ground;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.StandaloneLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/*
 * Erased data live on in backups taken before: keeping only so many of them is how they end there too. A manifest that
 * can not be read stops it before anything goes: its objects would be taken for nobody's.
 */
/** Removes the oldest backups of a place, and the objects none of the others needs. */
final class Pruning {

  static final Removed NOTHING = new Removed(0, 0);

  private final BackupPlace place;
  private final BackupKeys keys;
  private final Ground ground;
  private final String administrator;

  Pruning(BackupPlace place, BackupKeys keys, Ground ground, String administrator) {
    this.place = place;
    this.keys = keys;
    this.ground = ground;
    this.administrator = administrator;
  }

  /**
   * What went.
   *
   * @param bytes how much room that made
   */
  record Removed(int backups, long bytes) {}

  /** Keeps the newest so many. */
  Removed keep(int newest) {
    List<Path> all = place.finished();
    List<Path> old = all.subList(0, Math.max(0, all.size() - newest));
    try {
      Set<Path> needed = needed(all.subList(old.size(), all.size()));
      if (!old.isEmpty()) {
        enter(old);
      }
      for (Path backup : old) {
        // Under the other name first: killed in between, it is no backup any more.
        Path going = backup.resolveSibling(backup.getFileName() + BackupPlace.UNFINISHED);
        Durable.move(backup, going);
        Durable.delete(going);
      }
      long bytes = 0;
      for (Path object : FolderList.files(place.objects())) {
        if (!needed.contains(object)) {
          bytes += Files.size(object);
          Files.delete(object);
        }
      }
      return new Removed(old.size(), bytes);
    } catch (IOException failed) {
      throw SealedObjects.failed(place.root(), failed);
    }
  }

  private Set<Path> needed(List<Path> kept) throws IOException {
    SealedObjects objects = new SealedObjects(place, keys, bytes -> {});
    Set<Path> needed = new HashSet<>();
    for (Path backup : kept) {
      BackupFolder.readManifest(backup, keys)
          .files()
          .values()
          .forEach(content -> needed.add(objects.path(content)));
    }
    return needed;
  }

  private void enter(List<Path> old) {
    try (StandaloneLedger ledger = StandaloneLedger.of(ground)) {
      ledger.append(
          Entry.ofInstallation(
                  Act.ERASURE,
                  "backup",
                  "earlier backups removed at the machine, by the number to keep")
              .touching(old.stream().map(path -> "backup " + path.getFileName()).toList()),
          administrator);
    }
  }
}
