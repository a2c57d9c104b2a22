package dev.cordon.ground.internal;

import dev.cordon.CordonException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** Unpacks PostgreSQL's programs from their jar, once per data directory and release. */
final class ServerBinaries {

  private ServerBinaries() {}

  /** The folder with {@code bin/} for this machine, unpacked below {@code root} when absent. */
  static Path unpacked(Path root) {
    String archive = archiveName();
    try (@Nullable InputStream packed = ServerBinaries.class.getResourceAsStream(archive)) {
      if (packed == null) {
        throw new CordonException(
            "Cordon carries no PostgreSQL for this machine ("
                + archive.substring(1)
                + " is missing). Use a server of your own with --database.");
      }
      BufferedInputStream buffered = new BufferedInputStream(packed, 1 << 16);
      Path folder = root.resolve("postgresql-" + release());
      if (!Files.isDirectory(folder)) {
        unpackWhole(buffered, folder);
      }
      return folder;
    } catch (IOException failed) {
      throw new CordonException(
          "can not unpack PostgreSQL below " + root + ": " + failed.getMessage(), failed);
    }
  }

  private static String archiveName() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "");
    String family = system.startsWith("mac") ? "darwin" : system;
    String processor = machine.equals("amd64") ? "x86_64" : machine;
    return "/postgres-"
        + family
        + "-"
        + (processor.equals("aarch64") ? "arm_64" : processor)
        + ".txz";
  }

  /** The release is part of the folder's name, so that another release unpacks beside it. */
  private static String release() {
    return "18.6.0";
  }

  /** Into a draft folder that gets its name when whole: a killed start leaves no half server. */
  static void unpackWhole(InputStream packed, Path folder) throws IOException {
    Path draft =
        Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".unpacking-");
    try (TarArchiveInputStream entries = new TarArchiveInputStream(new XZInputStream(packed))) {
      @Nullable TarArchiveEntry entry = entries.getNextEntry();
      while (entry != null) {
        unpack(entries, entry, draft);
        entry = entries.getNextEntry();
      }
    } catch (IOException refused) {
      delete(draft);
      throw refused;
    }
    try {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException taken) {
      if (!Files.isDirectory(folder)) {
        throw taken;
      }
      delete(draft);
    }
  }

  private static void unpack(TarArchiveInputStream entries, TarArchiveEntry entry, Path draft)
      throws IOException {
    Path target = draft.resolve(entry.getName()).normalize();
    if (!target.startsWith(draft) || target.equals(draft)) {
      throw leaves(entry);
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Path parent = Objects.requireNonNull(target.getParent());
    Files.createDirectories(parent);
    if (!parent.toRealPath().startsWith(draft.toRealPath())) {
      throw leaves(entry);
    }
    if (entry.isSymbolicLink()) {
      link(entry, target, draft);
      return;
    }
    if (entry.isLink() || entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) {
      throw new IOException(
          "entry " + entry.getName() + " is neither file, folder nor symbolic link");
    }
    Files.copy(entries, target, StandardCopyOption.REPLACE_EXISTING);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static void link(TarArchiveEntry entry, Path target, Path draft) throws IOException {
    Path leadsTo = Path.of(entry.getLinkName());
    if (leadsTo.isAbsolute() || !target.resolveSibling(leadsTo).normalize().startsWith(draft)) {
      throw leaves(entry);
    }
    Files.createSymbolicLink(target, leadsTo);
  }

  private static IOException leaves(TarArchiveEntry entry) {
    return new IOException("entry " + entry.getName() + " leaves the folder");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
