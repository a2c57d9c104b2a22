package dev.cordon.formats.dumps;

import dev.cordon.formats.dumps.DumpTable.DumpColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the text after CREATE TABLE name: columns, primary key, character set. */
final class TableDefinition {

  private final String text;
  private int place;

  private TableDefinition(String text) {
    this.text = text;
  }

  static DumpTable parse(String name, String definition) {
    int open = definition.indexOf('(');
    if (open < 0) {
      return new DumpTable(name, List.of(), List.of(), charset(definition));
    }
    TableDefinition reader = new TableDefinition(definition);
    reader.place = open + 1;
    List<DumpColumn> columns = new ArrayList<>();
    List<String> primaryKey = new ArrayList<>();
    String element;
    while (!(element = reader.element()).isEmpty()) {
      String upper = element.toUpperCase(Locale.ROOT);
      if (upper.startsWith("PRIMARY KEY")) {
        primaryKey.addAll(names(element));
      } else if (isColumn(element, upper)) {
        DumpColumn column = column(element);
        columns.add(column);
        if (upper.contains(" PRIMARY KEY")) {
          primaryKey.add(column.name());
        }
      }
    }
    String options = definition.substring(Math.min(reader.place, definition.length()));
    return new DumpTable(name, columns, primaryKey, charset(options));
  }

  private static boolean isColumn(String element, String upper) {
    if (element.startsWith("`") || element.startsWith("\"")) {
      return true;
    }
    String word = upper.split("[\\s(]", 2)[0];
    return switch (word) {
      case "KEY",
          "INDEX",
          "UNIQUE",
          "FULLTEXT",
          "SPATIAL",
          "CONSTRAINT",
          "FOREIGN",
          "CHECK",
          "PERIOD" ->
          false;
      default -> !word.isEmpty();
    };
  }

  private static DumpColumn column(String element) {
    char quote = element.charAt(0);
    boolean quoted = quote == '`' || quote == '"';
    int end = quoted ? element.indexOf(quote, 1) : blank(element, 0);
    if (end < 0) {
      end = element.length();
    }
    String name = element.substring(quoted ? 1 : 0, end);
    String rest = element.substring(Math.min(end + (quoted ? 1 : 0), element.length())).trim();
    String type = rest.split("[\\s(]", 2)[0].toLowerCase(Locale.ROOT);
    return new DumpColumn(name, type, charset(rest));
  }

  private static int blank(String text, int from) {
    for (int index = from; index < text.length(); index++) {
      if (text.charAt(index) <= ' ') {
        return index;
      }
    }
    return -1;
  }

  /** The next part between commas at this depth; empty after the closing bracket. */
  private String element() {
    int depth = 0;
    int start = place;
    while (place < text.length()) {
      char next = text.charAt(place);
      if (next == '\'' || next == '"' || next == '`') {
        skipQuoted(next);
        continue;
      }
      if (next == '(') {
        depth++;
      } else if (next == ')') {
        if (depth == 0) {
          String last = text.substring(start, place).trim();
          if (last.isEmpty()) {
            place++;
          }
          return last;
        }
        depth--;
      } else if (next == ',' && depth == 0) {
        String element = text.substring(start, place).trim();
        place++;
        if (!element.isEmpty()) {
          return element;
        }
        start = place;
        continue;
      }
      place++;
    }
    return text.substring(Math.min(start, text.length())).trim();
  }

  private void skipQuoted(char quote) {
    place++;
    while (place < text.length()) {
      char next = text.charAt(place++);
      if (next == '\\' && quote != '`') {
        place++;
      } else if (next == quote) {
        return;
      }
    }
  }

  private static List<String> names(String element) {
    List<String> names = new ArrayList<>();
    int open = element.indexOf('(');
    int close = element.lastIndexOf(')');
    if (open < 0 || close < open) {
      return names;
    }
    for (String part : element.substring(open + 1, close).split(",")) {
      String name = part.trim();
      int prefix = name.indexOf('(');
      if (prefix > 0) {
        name = name.substring(0, prefix);
      }
      names.add(name.replace("`", "").replace("\"", "").trim());
    }
    return names;
  }

  private static @Nullable String charset(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    for (String key : List.of("CHARACTER SET", "CHARSET")) {
      int found = upper.indexOf(key);
      if (found >= 0) {
        String rest = text.substring(found + key.length()).replace('=', ' ').trim();
        String name = rest.split("[^A-Za-z0-9_]", 2)[0];
        return name.isEmpty() ? null : name.toLowerCase(Locale.ROOT);
      }
    }
    return null;
  }
}
