package dev.cordon.backup;

import dev.cordon.kernel.merkle.Checkpoint;
import dev.cordon.kernel.merkle.Hash;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/*
 * Form, one value a line, in this order, each line "name value":
 *
 *   cordon-backup/v1
 *   name, begun, ended, by (Cordon's release), layout, schema, postgresql, log-from, log-to,
 *   files, bytes, first-checkpoint "SIZE ROOT", last-checkpoint "SIZE ROOT", manifest "SHA256 SIZE", keys SHA256
 *
 * It is a signed note (C2SP signed-note) of the ledger's key and holds no case data: whoever keeps the backup reads it
 * without any key.
 */
/**
 * What a backup is, signed by the ledger's key, in the clear.
 *
 * @param first the ledger's checkpoint when the backup began
 * @param last the ledger's checkpoint that the backup's database holds at least
 * @param manifest the sealed manifest's digest and size
 * @param keys SHA-256 of the file of wrapped keys, in hex
 */
record Statement(
    String name,
    Instant begun,
    Instant ended,
    String by,
    int layout,
    String schema,
    String postgresql,
    String logFrom,
    String logTo,
    long files,
    long bytes,
    Checkpoint first,
    Checkpoint last,
    Content manifest,
    String keys) {

  private static final String FORMAT = "cordon-backup/v1";
  private static final int LONGEST = 10_000;

  /** The text to sign. */
  String text() {
    StringBuilder text = new StringBuilder(FORMAT).append('\n');
    lines().forEach((name, value) -> text.append(name).append(' ').append(value).append('\n'));
    return text.toString();
  }

  private Map<String, String> lines() {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("name", name);
    lines.put("begun", begun.toString());
    lines.put("ended", ended.toString());
    lines.put("by", by);
    lines.put("layout", Integer.toString(layout));
    lines.put("schema", schema);
    lines.put("postgresql", postgresql);
    lines.put("log-from", logFrom);
    lines.put("log-to", logTo);
    lines.put("files", Long.toString(files));
    lines.put("bytes", Long.toString(bytes));
    lines.put("first-checkpoint", first.size() + " " + first.root());
    lines.put("last-checkpoint", last.size() + " " + last.root());
    lines.put("manifest", manifest.sha256() + " " + manifest.size());
    lines.put("keys", keys);
    return lines;
  }

  /**
   * Reads a statement's text.
   *
   * @param origin the name of the ledger that signed it
   */
  static Statement parse(String text, String origin) {
    try {
      List<String> lines = text.lines().toList();
      if (text.length() > LONGEST || !FORMAT.equals(lines.getFirst())) {
        throw new DamagedException("the statement is not of the form " + FORMAT + ".");
      }
      Map<String, String> values = new LinkedHashMap<>();
      for (String line : lines.subList(1, lines.size())) {
        int space = line.indexOf(' ');
        values.put(line.substring(0, space), line.substring(space + 1));
      }
      Statement read = of(new Values(values), origin);
      if (!read.text().equals(text)) {
        throw new DamagedException("the statement is not written as statements are.");
      }
      return read;
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException malformed) {
      throw new DamagedException("the statement is not understood: " + malformed.getMessage());
    }
  }

  private static Statement of(Values values, String origin) {
    return new Statement(
        values.get("name"),
        Instant.parse(values.get("begun")),
        Instant.parse(values.get("ended")),
        values.get("by"),
        Integer.parseInt(values.get("layout")),
        values.get("schema"),
        values.get("postgresql"),
        values.get("log-from"),
        values.get("log-to"),
        Long.parseLong(values.get("files")),
        Long.parseLong(values.get("bytes")),
        values.checkpoint("first-checkpoint", origin),
        values.checkpoint("last-checkpoint", origin),
        values.content("manifest"),
        values.get("keys"));
  }

  private record Values(Map<String, String> byName) {

    private static final Set<Integer> TWO = Set.of(2);

    String get(String name) {
      String value = byName.get(name);
      if (value == null) {
        throw new DamagedException("the statement does not say '" + name + "'.");
      }
      return value;
    }

    private List<String> pair(String name) {
      List<String> parts = List.of(get(name).split(" ", -1));
      if (!TWO.contains(parts.size())) {
        throw new DamagedException("the statement's line '" + name + "' is not understood.");
      }
      return parts;
    }

    Checkpoint checkpoint(String name, String origin) {
      List<String> parts = pair(name);
      return new Checkpoint(
          origin,
          Long.parseLong(parts.getFirst()),
          Hash.of(HexFormat.of().parseHex(parts.getLast())));
    }

    Content content(String name) {
      List<String> parts = pair(name);
      return new Content(parts.getFirst(), Long.parseLong(parts.getLast()));
    }
  }
}
