package dev.cordon.exchange;

import dev.cordon.exchange.PackageRefusedException.Check;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/**
 * A bag as one TAR (POSIX ustar, pax where a path needs it) with one top folder (RFC 8493, section
 * 4): sorted, without times and owners, so that the same files give the same bytes.
 */
public final class PackageArchive {

  private static final int MODE = 0644;
  private static final String MAGIC = "ustar";
  private static final int MAGIC_OFFSET = 257;

  /** Blocks are read one by one, so that what follows the end is seen. */
  private static final int BLOCK_BYTES = 512;

  private PackageArchive() {}

  /**
   * Writes the archive; the stream stays open.
   *
   * @param top the folder everything lies in
   */
  public static void write(String top, Map<String, byte[]> files, OutputStream out)
      throws IOException {
    BagPaths.requireDistinct(files.keySet());
    TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
    for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
      TarArchiveEntry entry = new TarArchiveEntry(BagPaths.checked(top + "/" + file.getKey()));
      entry.setSize(file.getValue().length);
      entry.setMode(MODE);
      entry.setModTime(0);
      entry.setIds(0, 0);
      entry.setNames("", "");
      tar.putArchiveEntry(entry);
      tar.write(file.getValue());
      tar.closeArchiveEntry();
    }
    tar.finish();
  }

  /** Whether a file that begins so says of itself that it is a TAR. */
  public static boolean recognises(byte[] start) {
    return start.length >= BLOCK_BYTES
        && new String(start, MAGIC_OFFSET, MAGIC.length(), StandardCharsets.US_ASCII).equals(MAGIC);
  }

  /**
   * The files of an archive by path, without its top folder, not yet judged.
   *
   * @throws PackageRefusedException for links, special files, unsafe or double paths, more than one
   *     top folder, a damaged archive, bytes after its end, and what is over the limits
   */
  public static SortedMap<String, byte[]> read(InputStream in, PackageLimits limits)
      throws IOException {
    GatheredFiles gathered = new GatheredFiles(limits);
    BoundedInput bounded = new BoundedInput(in, limits);
    Top top = new Top();
    try {
      TarArchiveInputStream tar = new TarArchiveInputStream(bounded, BLOCK_BYTES, "UTF-8");
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        take(entry, tar, top, gathered);
      }
    } catch (IllegalArgumentException malformed) {
      throw new PackageRefusedException(
          Check.ARCHIVE, "not a whole TAR: " + malformed.getMessage());
    }
    requireNothingMore(bounded);
    if (gathered.files().isEmpty()) {
      throw new PackageRefusedException(Check.ARCHIVE, "the archive holds no file");
    }
    return gathered.files();
  }

  private static void take(
      TarArchiveEntry entry, TarArchiveInputStream tar, Top top, GatheredFiles gathered)
      throws IOException {
    String name = entry.getName();
    byte kind = entry.getLinkFlag();
    if (kind == TarConstants.LF_DIR) {
      gathered.addFolder();
      String folder = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
      top.require(BagPaths.checked(folder));
      return;
    }
    boolean plain = kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM;
    if (!plain || entry.isSparse()) {
      throw new PackageRefusedException(
          Check.ARCHIVE, "'" + BagPaths.shown(name) + "' is a link or no plain file");
    }
    gathered.add(top.without(BagPaths.checked(name)), tar);
  }

  private static void requireNothingMore(InputStream rest) throws IOException {
    byte[] buffer = new byte[1 << 13];
    for (int read = rest.read(buffer); read >= 0; read = rest.read(buffer)) {
      for (int place = 0; place < read; place++) {
        if (buffer[place] != 0) {
          throw new PackageRefusedException(Check.ARCHIVE, "there are bytes after the TAR's end");
        }
      }
    }
  }

  /** The one folder at the top. */
  private static final class Top {

    private @Nullable String name;

    String without(String path) {
      require(path);
      int end = path.indexOf('/');
      if (end < 0) {
        throw new PackageRefusedException(
            Check.ARCHIVE, "'" + BagPaths.shown(path) + "' lies beside the package's folder");
      }
      return path.substring(end + 1);
    }

    void require(String path) {
      int end = path.indexOf('/');
      String first = end < 0 ? path : path.substring(0, end);
      if (name == null) {
        name = first;
      }
      if (!first.equals(name)) {
        throw new PackageRefusedException(
            Check.ARCHIVE, "more than one folder at the top: " + BagPaths.shown(first));
      }
    }
  }

  /** No more bytes than the limits' files could need. */
  static final class BoundedInput extends InputStream {

    private static final long PER_FILE = 4_096;
    private static final long MARGIN = 1L << 20;

    private final InputStream in;
    private long left;

    BoundedInput(InputStream in, PackageLimits limits) {
      this.in = in;
      this.left = limits.bytes() + limits.files() * PER_FILE + MARGIN;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, (int) Math.min(length, left + 1));
      left -= Math.max(read, 0);
      if (left < 0) {
        throw new PackageRefusedException(
            Check.BOUNDS, "it is larger than a package can be; nothing after that was read");
      }
      return read;
    }
  }
}
