package dev.cordon.oversight;

import dev.cordon.CordonException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * The folders of exports: drafts named {@code *.new} until the approval commits.
 *
 * @param exports where they lie
 */
record ExportFolders(Path exports) {

  /** The folder of an export that was approved; named now if a kill left it unnamed. */
  Path named(UUID approval) {
    Path named = exports.resolve(approval.toString());
    Path draft = unnamed(approval);
    if (Files.notExists(named) && Files.exists(draft.resolve("manifest.json"))) {
      name(draft);
    }
    return named;
  }

  /** A new empty folder, only its owner's; what an earlier try left is removed. */
  Path draft(UUID approval) {
    Path draft = unnamed(approval);
    remove(draft);
    try {
      return Files.createDirectory(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException failed) {
      throw new CordonException("could not make the folder " + draft + ".", failed);
    }
  }

  private Path unnamed(UUID approval) {
    return exports.resolve(approval + ".new");
  }

  /** Writes the manifest, the last of the files. */
  static void finish(Path draft, String manifest) {
    Path file = draft.resolve("manifest.json");
    try (FileChannel channel =
        FileChannel.open(
            file,
            java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(StandardCharsets.UTF_8.encode(manifest));
      channel.force(true);
    } catch (IOException failed) {
      throw new CordonException("could not write " + file + ".", failed);
    }
  }

  /** Names the draft, or removes it, as its transaction ends. */
  record Naming(Path draft) implements TransactionSynchronization {

    @Override
    public void afterCompletion(int status) {
      if (status == STATUS_COMMITTED) {
        name(draft);
      } else if (status == STATUS_ROLLED_BACK) {
        remove(draft);
      }
    }
  }

  private static void name(Path draft) {
    String name = draft.getFileName().toString().replaceAll("\\.new$", "");
    try {
      Files.move(draft, draft.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new CordonException("could not name the export " + draft + ".", failed);
    }
  }

  /** Removes a folder and what is in it. */
  static void remove(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException failed) {
      throw new CordonException("could not remove the unfinished export " + folder + ".", failed);
    }
  }
}
