package dev.cordon.hashing.lists;

import dev.cordon.formats.lists.HashKind;
import dev.cordon.hashing.HashingException;
import dev.cordon.hashing.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list to be added.
 *
 * @param profile of its categories where its files name none; {@code none} leaves them out
 * @param assumed the kind of hashes whose kind nothing tells
 * @param isUpdate whether it is a delta of a list that is there
 * @param takesCutFiles whether files that break off are taken as far as they go
 */
record ListRequest(
    ListTerms terms,
    String profile,
    @Nullable HashKind assumed,
    boolean isUpdate,
    boolean takesCutFiles) {

  /**
   * Adds the files as one list or delta: all of them or nothing.
   *
   * @throws HashingException where a file is refused; the store is then as it was
   */
  ListPart addTo(Path store, List<Path> files, Progress progress) throws IOException {
    try (ListStore.Lock _ = ListStore.lock(store)) {
      List<ListStore.Index.Entry> before = ListStore.index(store).parts();
      if (isUpdate && before.stream().noneMatch(one -> one.list().equals(terms.name()))) {
        throw new HashingException("there is no list '" + terms.name() + "' to update");
      }
      ListStore.sweep(store, before);
      String name = "part-" + UUID.randomUUID();
      Path folder =
          Files.createDirectory(
              store.resolve(name),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      boolean isDone = false;
      try (ListBuild build = new ListBuild(folder, this, progress)) {
        List<ListPart.Origin> origins = new ArrayList<>();
        for (Path file : files) {
          origins.add(build.read(file));
        }
        ListPart part =
            build.part(origins, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        ListStore.enforce(store, name, part, ListStore.sha256(ListStore.described(part)));
        isDone = true;
        return part;
      } finally {
        if (!isDone) {
          ListStore.remove(folder);
        }
      }
    }
  }
}
