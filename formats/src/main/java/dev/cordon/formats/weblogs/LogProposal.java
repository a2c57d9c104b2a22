package dev.cordon.formats.weblogs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A format proposed for a log nobody described, from a sample of its lines: each column with what
 * it seems to be and why. A proposal, to be looked at before use.
 */
public record LogProposal(LogFormat format, List<Column> columns, int fitting, int sampled) {

  private static final int MOST_LINES = 500;
  private static final int FEWEST_COLUMNS = 3;

  /** A column, what it seems to be, and why. */
  public record Column(LogField field, String reason) {}

  /** A piece of a line and the signs around it. */
  private record Token(String open, String value, String close) {}

  private record Shape(LogField field, Pattern pattern, String reason) {}

  private static final List<Shape> SHAPES =
      List.of(
          shape(
              LogField.TIME,
              "\\d{2}/\\w{3}/\\d{4}:\\d{2}:\\d{2}:\\d{2} [+-]\\d{4}"
                  + "|\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\S*|1\\d{9}(\\.\\d+)?|1\\d{12}",
              "looks like a time"),
          shape(LogField.REQUEST, "[A-Z]{3,10} \\S+ HTTP/\\d(\\.\\d)?", "looks like a request"),
          shape(
              LogField.FORWARDED_FOR,
              "[0-9a-fA-F:.]{3,45}(, ?[0-9a-fA-F:.]{3,45})+",
              "looks like a list of addresses"),
          shape(
              LogField.ADDRESS,
              "\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7}",
              "looks like an address"),
          shape(LogField.METHOD, "GET|POST|HEAD|PUT|DELETE|OPTIONS|PATCH", "is a method"),
          shape(LogField.STATUS, "[1-5]\\d{2}", "three digits like a status"),
          shape(LogField.DURATION, "\\d+\\.\\d{1,6}", "a number with a fraction like a duration"),
          shape(LogField.BYTES, "\\d+", "a whole number"),
          shape(LogField.REFERER, "https?://\\S+", "looks like the address of a page"),
          shape(LogField.AGENT, ".*[A-Za-z]+/\\d.*", "looks like the name of a program"),
          shape(LogField.PATH, "/\\S*", "begins with a slash"),
          shape(
              LogField.HOST, "([a-z0-9-]+\\.)+[a-z]{2,}(:\\d+)?", "looks like the name of a site"));

  /** Copies the list. */
  public LogProposal {
    columns = List.copyOf(columns);
  }

  private static Shape shape(LogField field, String pattern, String reason) {
    return new Shape(field, Pattern.compile(pattern), reason);
  }

  /** Proposes a format; none where most lines are not built alike. */
  public static Optional<LogProposal> of(List<String> lines) {
    Map<String, List<List<Token>>> alike = new HashMap<>();
    int sampled = 0;
    for (String line : lines) {
      if (line.isBlank() || sampled == MOST_LINES) {
        continue;
      }
      sampled++;
      List<Token> tokens = tokens(line);
      alike.computeIfAbsent(signs(tokens), key -> new ArrayList<>()).add(tokens);
    }
    List<List<Token>> most =
        alike.values().stream()
            .max((left, right) -> Integer.compare(left.size(), right.size()))
            .orElse(List.of());
    if (most.size() * 2 < sampled || most.isEmpty() || most.getFirst().size() < FEWEST_COLUMNS) {
      return Optional.empty();
    }
    return Optional.of(propose(most, sampled));
  }

  private static LogProposal propose(List<List<Token>> rows, int sampled) {
    LogFormat.Builder builder = new LogFormat.Builder();
    List<Column> columns = new ArrayList<>();
    Set<LogField> used = new HashSet<>();
    List<Token> first = rows.getFirst();
    for (int index = 0; index < first.size(); index++) {
      int place = index;
      List<String> values = rows.stream().map(row -> row.get(place).value()).toList();
      Column column = column(values, used);
      columns.add(column);
      used.add(column.field());
      builder.text((index == 0 ? "" : " ") + first.get(index).open());
      builder.field(
          column.field() == LogField.OTHER ? "column " + (index + 1) : column.field().word());
      builder.text(first.get(index).close());
    }
    return new LogProposal(builder.build(), columns, rows.size(), sampled);
  }

  private static Column column(List<String> values, Set<LogField> used) {
    List<String> known = values.stream().filter(value -> !value.equals("-")).toList();
    if (known.isEmpty()) {
      return new Column(LogField.OTHER, "holds nothing but dashes");
    }
    for (Shape shape : SHAPES) {
      long fits = known.stream().filter(value -> shape.pattern().matcher(value).matches()).count();
      if (!used.contains(shape.field()) && fits * 10 >= known.size() * 8) {
        return new Column(
            shape.field(), shape.reason() + " in " + fits + " of " + known.size() + " lines");
      }
    }
    return new Column(LogField.OTHER, "has no known shape");
  }

  private static String signs(List<Token> tokens) {
    StringBuilder signs = new StringBuilder();
    tokens.forEach(token -> signs.append(token.open()).append('.').append(token.close()));
    return signs.toString();
  }

  /** The pieces of a line between blanks; what is in quotes or brackets stays together. */
  private static List<Token> tokens(String line) {
    List<Token> tokens = new ArrayList<>();
    int place = 0;
    while (place <= line.length() && tokens.size() < 100) {
      char first = place < line.length() ? line.charAt(place) : ' ';
      String close = first == '"' ? "\"" : first == '[' ? "]" : "";
      int start = close.isEmpty() ? place : place + 1;
      int end = close.isEmpty() ? line.indexOf(' ', start) : closing(line, start, close.charAt(0));
      if (end < 0) {
        end = line.length();
        close = "";
        start = place;
      }
      String open = close.isEmpty() ? "" : String.valueOf(first);
      tokens.add(new Token(open, line.substring(start, end), close));
      place = end + close.length() + 1;
    }
    return tokens;
  }

  private static int closing(String line, int start, char close) {
    int index = start;
    while (index < line.length() && line.charAt(index) != close) {
      index += line.charAt(index) == '\\' ? 2 : 1;
    }
    boolean ends =
        index < line.length() && (index + 1 == line.length() || line.charAt(index + 1) == ' ');
    return ends ? index : -1;
  }
}
