package dev.cordon.kernel.merkle;

import dev.cordon.kernel.KernelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What else lies among a log's files: partial tiles that wider ones replaced, which must say the
 * same as these; files beyond the checkpoint, which a kill leaves and the next run writes again.
 * Anything else is no part of a log. Not thread-safe.
 */
final class OtherFiles {

  private static final Pattern TILE =
      Pattern.compile(
          "tile/(entries|0|[1-9])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  private final LogFiles files;
  private final long size;
  private long replaced;
  private long beyond;

  OtherFiles(LogFiles files, long size) {
    this.files = files;
    this.size = size;
  }

  /** Looks at all of them; gives what it found in words. */
  String look() {
    Path directory = files.directory();
    if (Files.isDirectory(directory.resolve(Tiles.FOLDER))) {
      try (Stream<Path> found = Files.walk(directory.resolve(Tiles.FOLDER))) {
        Iterator<Path> paths = found.filter(path -> !Files.isDirectory(path)).iterator();
        while (paths.hasNext()) {
          look(directory.relativize(paths.next()).toString().replace('\\', '/'));
        }
      } catch (IOException failed) {
        throw new KernelException("can not read " + directory, failed);
      }
    }
    return replaced
        + " replaced partial tiles say the same as those that replaced them; "
        + beyond
        + " files reach beyond the checkpoint and are not covered by it";
  }

  private void look(String path) {
    if (path.endsWith(LogDrafts.DRAFT)) {
      beyond++;
      return;
    }
    Matcher tile = TILE.matcher(path);
    if (!tile.matches()) {
      throw stray(path);
    }
    boolean isEntries = tile.group(1).equals("entries");
    int level = isEntries ? 0 : Integer.parseInt(tile.group(1));
    long index = Long.parseLong(tile.group(2).replaceAll("[x/]", ""));
    int width = tile.group(3) == null ? Tiles.WIDTH : Integer.parseInt(tile.group(3));
    if (width > Tiles.WIDTH || !canonical(isEntries, level, index, width).equals(path)) {
      throw stray(path);
    }
    long held = level * Tiles.HEIGHT < Long.SIZE ? size >>> level * Tiles.HEIGHT : 0;
    if (index * Tiles.WIDTH + width > held) {
      beyond++;
      return;
    }
    if (width < Math.min(Tiles.WIDTH, held - index * Tiles.WIDTH)) {
      requireBeginning(isEntries, level, index, width, path);
    }
  }

  private void requireBeginning(boolean isEntries, int level, long index, int width, String path) {
    long held = (size >>> level * Tiles.HEIGHT) - index * Tiles.WIDTH;
    int whole = (int) Math.min(Tiles.WIDTH, held);
    byte[] found = files.read(path);
    byte[] wider = isEntries ? files.bundle(index, whole) : files.tileBytes(level, index, whole);
    int length = isEntries ? Tiles.begins(wider, width)[width] : width * Hash.SIZE_BYTES;
    if (found.length != length) {
      throw new ProofException(
          Check.LENGTH, path + " has " + found.length + " bytes instead of " + length);
    }
    if (Arrays.mismatch(found, 0, length, wider, 0, length) >= 0) {
      throw new ProofException(
          Check.TILE, path + " does not say the same as the tile that replaced it");
    }
    replaced++;
  }

  private static String canonical(boolean isEntries, int level, long index, int width) {
    return isEntries ? Tiles.entriesPath(index, width) : Tiles.tilePath(level, index, width);
  }

  private static ProofException stray(String path) {
    return new ProofException(Check.STRAY, path + " is no file of a ledger");
  }
}
