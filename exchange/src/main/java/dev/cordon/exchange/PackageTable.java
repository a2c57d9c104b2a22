package dev.cordon.exchange;

import dev.cordon.exchange.PackageRefusedException.Check;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table of a package as CSV (RFC 4180, UTF-8): a header, every cell quoted, lines ended by CR LF.
 * A cell a spreadsheet could take for a formula, or that begins with an apostrophe, gets an
 * apostrophe in front, which reading takes away again: what was written is what is read, byte for
 * byte.
 *
 * @param header the columns' names
 * @param rows cells by column, each row as long as the header
 */
public record PackageTable(List<String> header, List<List<String>> rows) {

  /** The most rows that are read. */
  public static final int MOST_ROWS = 1_000_000;

  private static final int LONGEST_CELL = 1 << 20;
  private static final int MOST_COLUMNS = 100;
  private static final String FORMULA_STARTS = "'=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
  private static final Pattern SIGNED = Pattern.compile("[+-][0-9]+([.][0-9]+)?");

  /** Copies the lists. */
  public PackageTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** Collects rows. One thread. */
  public static final class Builder {

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    /** Of these columns. */
    public Builder(String... header) {
      this.header = List.of(header);
    }

    /** Adds a row; nothing known is an empty cell. */
    public Builder add(@Nullable Object... cells) {
      if (cells.length != header.size()) {
        throw new ExchangeException(
            "a row of " + cells.length + " cells in a table of " + header.size() + " columns");
      }
      List<String> row = new ArrayList<>();
      for (Object cell : cells) {
        row.add(cell == null ? "" : cell.toString());
      }
      rows.add(List.copyOf(row));
      return this;
    }

    /** The file's bytes. */
    public byte[] bytes() {
      return new PackageTable(header, rows).bytes();
    }
  }

  /** The file's bytes. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder();
    line(text, header);
    rows.forEach(row -> line(text, row));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, List<String> cells) {
    for (int place = 0; place < cells.size(); place++) {
      String cell = cells.get(place);
      text.append(place == 0 ? "\"" : ",\"").append(isGuarded(cell) ? "'" : "");
      text.append(cell.replace("\"", "\"\"")).append('"');
    }
    text.append("\r\n");
  }

  private static boolean isGuarded(String cell) {
    String shown = cell.strip();
    boolean formula =
        !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0
            || !shown.isEmpty() && FORMULA_STARTS.indexOf(shown.charAt(0)) >= 0;
    return formula && !SIGNED.matcher(cell).matches();
  }

  /**
   * Reads a table.
   *
   * @throws PackageRefusedException with the line, for what is no such table or too large
   */
  public static PackageTable read(String name, byte[] bytes) {
    List<List<String>> lines = new Reader(name, BagList.text(name, bytes)).lines();
    if (lines.isEmpty()) {
      throw new PackageRefusedException(Check.CONTENT, name + " has no header");
    }
    return new PackageTable(lines.getFirst(), lines.subList(1, lines.size()));
  }

  /** The rows by column name. */
  public List<Map<String, String>> named() {
    List<Map<String, String>> named = new ArrayList<>();
    for (List<String> row : rows) {
      Map<String, String> cells = new HashMap<>();
      for (int place = 0; place < header.size(); place++) {
        cells.put(header.get(place), row.get(place));
      }
      named.add(cells);
    }
    return named;
  }

  /** One pass, a state for each place in a line. */
  private static final class Reader {

    private final String name;
    private final String text;
    private final List<List<String>> lines = new ArrayList<>();
    private int place;

    Reader(String name, String text) {
      this.name = name;
      this.text = text;
    }

    List<List<String>> lines() {
      while (place < text.length()) {
        List<String> line = line();
        if (!lines.isEmpty() && line.size() != lines.getFirst().size()) {
          throw wrong(line.size() + " cells where the header has " + lines.getFirst().size());
        }
        if (lines.size() > MOST_ROWS) {
          throw wrong("more than " + MOST_ROWS + " rows");
        }
        lines.add(line);
      }
      return lines;
    }

    private List<String> line() {
      List<String> cells = new ArrayList<>();
      while (true) {
        String cell = next('"') ? quoted() : plain();
        cells.add(cell.startsWith("'") ? cell.substring(1) : cell);
        if (cells.size() > MOST_COLUMNS) {
          throw wrong("more than " + MOST_COLUMNS + " columns");
        }
        if (next(',')) {
          continue;
        }
        boolean ended = next('\r') | next('\n');
        if (!ended && place < text.length()) {
          throw wrong("text after a closing quotation mark");
        }
        return cells;
      }
    }

    private boolean next(char sign) {
      if (place < text.length() && text.charAt(place) == sign) {
        place++;
        return true;
      }
      return false;
    }

    private String quoted() {
      StringBuilder cell = new StringBuilder();
      while (true) {
        int end = text.indexOf('"', place);
        if (end < 0) {
          throw wrong("a quotation mark that is not closed");
        }
        cell.append(text, place, end);
        place = end + 1;
        if (cell.length() > LONGEST_CELL) {
          throw wrong("a cell of more than " + LONGEST_CELL + " signs");
        }
        if (!next('"')) {
          return cell.toString();
        }
        cell.append('"');
      }
    }

    private String plain() {
      int start = place;
      while (place < text.length() && ",\r\n\"".indexOf(text.charAt(place)) < 0) {
        place++;
      }
      if (place - start > LONGEST_CELL) {
        throw wrong("a cell of more than " + LONGEST_CELL + " signs");
      }
      if (place < text.length() && text.charAt(place) == '"') {
        throw wrong("a quotation mark inside a cell without them");
      }
      return text.substring(start, place);
    }

    private PackageRefusedException wrong(String what) {
      return new PackageRefusedException(
          Check.CONTENT, name + ", row " + (lines.size() + 1) + ": " + what);
    }
  }
}
