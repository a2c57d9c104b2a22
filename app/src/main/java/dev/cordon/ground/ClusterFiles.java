package dev.cordon.ground;

import dev.cordon.CordonException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a cluster is to be copied, as PostgreSQL's documentation says of base backups: not the
 * running server's own files, not what it makes anew, not the log. A file that vanishes before it
 * is copied is not needed: the log says that it went.
 *
 * @param files in no order
 * @param folders all a copy must have, empty ones too
 */
public record ClusterFiles(List<Path> files, List<Path> folders) {

  private static final Set<String> LEFT_OUT =
      Set.of(
          "postmaster.pid",
          "postmaster.opts",
          "pg_internal.init",
          "backup_label",
          "tablespace_map",
          "current_logfiles",
          "backup_manifest",
          "pg_control");

  /** Folders that stand empty in a copy. */
  private static final Set<String> EMPTY =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Pattern TEMPORARY_RELATION =
      Pattern.compile("t[0-9]+_[0-9]+(_[a-z]+)?(\\.[0-9]+)?");

  /** Copies the lists. */
  public ClusterFiles {
    files = List.copyOf(files);
    folders = List.copyOf(folders);
  }

  static ClusterFiles of(Path cluster) {
    Visitor visitor = new Visitor(cluster);
    try {
      Files.walkFileTree(cluster, visitor);
      return new ClusterFiles(visitor.files, visitor.folders);
    } catch (IOException failed) {
      throw unreadable(cluster, failed);
    }
  }

  static void refuseTablespaces(Path cluster) {
    try (Stream<Path> spaces = Files.list(cluster.resolve("pg_tblspc"))) {
      if (spaces.findAny().isPresent()) {
        throw new CordonException(
            "the database has tablespaces outside of " + cluster + ", which Cordon does not make.");
      }
    } catch (IOException failed) {
      throw unreadable(cluster, failed);
    }
  }

  private static CordonException unreadable(Path cluster, IOException failed) {
    return new CordonException("can not read the database's files in " + cluster + ".", failed);
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {

    private final Path cluster;
    private final List<Path> files = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();

    Visitor(Path cluster) {
      this.cluster = cluster;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes found) {
      // The log's folder keeps its own folders, which hold nothing a copy needs.
      boolean isOfLog = cluster.relativize(folder).startsWith("pg_wal");
      if (isTemporary(folder) || (isInEmpty(folder) && !isOfLog)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      folders.add(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
      String name = file.getFileName().toString();
      if (!LEFT_OUT.contains(name)
          && !isTemporary(file)
          && !TEMPORARY_RELATION.matcher(name).matches()
          && !isInEmpty(file)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    private boolean isInEmpty(Path path) {
      Path inside = cluster.relativize(path);
      return inside.getNameCount() > 1 && EMPTY.contains(inside.getName(0).toString());
    }

    private static boolean isTemporary(Path path) {
      return path.getFileName().toString().startsWith("pgsql_tmp");
    }
  }
}
