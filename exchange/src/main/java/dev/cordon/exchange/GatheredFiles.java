package dev.cordon.exchange;

import dev.cordon.exchange.PackageRefusedException.Check;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files read so far, within limits that are kept before anything more is read. One thread. */
final class GatheredFiles {

  private final PackageLimits limits;
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private long bytes;
  private int folders;

  GatheredFiles(PackageLimits limits) {
    this.limits = limits;
  }

  /** Reads one file to its end; its path must be safe and new. */
  void add(String path, InputStream content) throws IOException {
    BagPaths.checked(path);
    if (files.size() >= limits.files()) {
      throw new PackageRefusedException(
          Check.BOUNDS, "more than " + limits.files() + " files; a package has fewer");
    }
    int most = (int) Math.min(limits.fileBytes(), limits.bytes() - bytes);
    byte[] read = content.readNBytes(most);
    if (read.length == most && content.read() >= 0) {
      throw new PackageRefusedException(
          Check.BOUNDS,
          BagPaths.shown(path)
              + " goes over "
              + limits.fileBytes()
              + " bytes, or all files together over "
              + limits.bytes());
    }
    bytes += read.length;
    if (files.put(path, read) != null) {
      throw new PackageRefusedException(Check.FILES, BagPaths.shown(path) + " is there twice");
    }
  }

  /** Counts a folder; empty ones cost work too. */
  void addFolder() {
    if (++folders > limits.files()) {
      throw new PackageRefusedException(
          Check.BOUNDS, "more than " + limits.files() + " folders; a package has fewer");
    }
  }

  SortedMap<String, byte[]> files() {
    return Collections.unmodifiableSortedMap(files);
  }
}
