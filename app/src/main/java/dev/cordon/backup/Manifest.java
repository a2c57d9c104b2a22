package dev.cordon.backup;

import dev.cordon.CordonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/*
 * Form, UTF-8, one thing a line:
 *
 *   cordon-backup-manifest/v1
 *   folder PATH
 *   file SHA256 SIZE PATH
 *   rows COUNT TABLE
 *   end LINES_BEFORE
 *
 * PATH is relative to the data directory, with '/', and names nothing outside of what a backup holds.
 */
/**
 * All that a backup holds: folders, files by content, and how many rows each table had when it
 * ended.
 *
 * @param files by their paths in the data directory
 * @param rows by table
 */
record Manifest(Set<String> folders, Map<String, Content> files, Map<String, Long> rows) {

  private static final String FORMAT = "cordon-backup-manifest/v1";
  private static final int MOST_LINES = 20_000_000;
  private static final int LONGEST_LINE = 4_096;
  private static final Pattern FILE = Pattern.compile("file ([0-9a-f]{64}) ([0-9]{1,18}) (.+)");
  private static final Pattern ROWS = Pattern.compile("rows ([0-9]{1,18}) ([^ ]+)");
  private static final Pattern FOLDER = Pattern.compile("folder (.+)");

  /** The only things at the top of a data directory that a backup brings. */
  private static final Set<String> TOP =
      Set.of("VERSION", "database", "vault", "ledger", "secrets", "exports");

  /** Refuses a path that leads elsewhere, or a file where a folder is. */
  Manifest {
    folders.forEach(Manifest::requireInside);
    files.keySet().forEach(Manifest::requireInside);
    Set<String> above = new HashSet<>(folders);
    for (String path : files.keySet()) {
      for (int cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
        above.add(path.substring(0, cut));
      }
    }
    for (String path : files.keySet()) {
      if (above.contains(path)) {
        throw new DamagedException("the manifest names " + path + " as a file and as a folder.");
      }
    }
  }

  /** The size of all files together, in bytes. */
  long bytes() {
    return files.values().stream().mapToLong(Content::size).sum();
  }

  static void requireInside(String path) {
    List<String> parts = List.of(path.split("/", -1));
    boolean inside =
        TOP.contains(parts.getFirst())
            && parts.stream().noneMatch(part -> part.isEmpty() || part.matches("\\.{1,2}"))
            && path.length() <= LONGEST_LINE / 2
            && path.chars().noneMatch(letter -> letter < ' ' || letter == '\\' || letter == 127);
    if (!inside) {
      throw new DamagedException(
          "the path '"
              + path.replaceAll("\\p{Cntrl}", "?")
              + "' has no place in a data directory's backup.");
    }
  }

  /** Writes it in its form. */
  void write(Writer out) throws IOException {
    out.write(FORMAT + "\n");
    for (String folder : folders) {
      out.write("folder " + folder + "\n");
    }
    for (Map.Entry<String, Content> file : files.entrySet()) {
      Content content = file.getValue();
      out.write("file " + content.sha256() + " " + content.size() + " " + file.getKey() + "\n");
    }
    for (Map.Entry<String, Long> table : rows.entrySet()) {
      out.write("rows " + table.getValue() + " " + table.getKey() + "\n");
    }
    out.write("end " + (1 + folders.size() + files.size() + rows.size()) + "\n");
  }

  /** Reads one strictly. */
  static Manifest read(BufferedReader in) throws IOException {
    Set<String> folders = new java.util.TreeSet<>();
    Map<String, Content> files = new TreeMap<>();
    Map<String, Long> rows = new TreeMap<>();
    if (!FORMAT.equals(in.readLine())) {
      throw new DamagedException("the manifest is not of the form " + FORMAT + ".");
    }
    int lines = 1;
    @Nullable String line = in.readLine();
    while (line != null && !line.equals("end " + lines)) {
      lines++;
      if (lines > MOST_LINES || line.length() > LONGEST_LINE || !take(line, folders, files, rows)) {
        throw new DamagedException("line " + lines + " of the manifest is not understood.");
      }
      line = in.readLine();
    }
    if (line == null || in.readLine() != null) {
      throw new DamagedException("the manifest does not end where it says.");
    }
    return new Manifest(folders, files, rows);
  }

  private static boolean take(
      String line, Set<String> folders, Map<String, Content> files, Map<String, Long> rows) {
    Matcher file = FILE.matcher(line);
    if (file.matches()) {
      Content content = new Content(file.group(1), Long.parseLong(file.group(2)));
      return files.put(file.group(3), content) == null;
    }
    Matcher folder = FOLDER.matcher(line);
    if (folder.matches()) {
      return folders.add(folder.group(1));
    }
    Matcher table = ROWS.matcher(line);
    return table.matches() && rows.put(table.group(2), Long.valueOf(table.group(1))) == null;
  }

  /** What is gathered while a backup is made. Not thread-safe. */
  static final class Draft {

    private final Set<String> folders = new java.util.TreeSet<>();
    private final Map<String, Content> files = new TreeMap<>();

    void folder(String path) {
      requireStorable(path);
      folders.add(path);
    }

    void file(String path, Content content) {
      requireStorable(path);
      files.put(path, content);
    }

    void forget(String path) {
      files.remove(path);
    }

    Manifest with(Map<String, Long> rows) {
      return new Manifest(folders, files, new TreeMap<>(rows));
    }

    private static void requireStorable(String path) {
      try {
        requireInside(path);
      } catch (DamagedException strange) {
        throw new CordonException(
            "the data directory holds a file with a name Cordon never gives: "
                + path.replaceAll("\\p{Cntrl}", "?")
                + ". Move it elsewhere, then start the backup again.",
            strange);
      }
    }
  }
}
