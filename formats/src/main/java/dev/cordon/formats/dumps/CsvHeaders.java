package dev.cordon.formats.dumps;

import dev.cordon.formats.BoundedLines.Line;
import dev.cordon.formats.Position;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header and the delimiter, by the line itself and by the lines behind it. Lines of
 * another count of columns are in the minority there, or they are not looked at. Not thread-safe.
 */
final class CsvHeaders {

  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int FEWEST_COLUMNS = 3;
  private static final int FEWEST_LINES = 3;
  private static final int SAMPLE_LINES = 20;

  private final CsvText source;
  private final CsvLines lines;
  private CsvHeader present = new CsvHeader(List.of(), ',', new Position(0, 1, 0));
  private Set<String> names = Set.of();

  CsvHeaders(CsvText source, CsvLines lines) {
    this.source = source;
    this.lines = lines;
  }

  /** The header in this line; of several readings the one more of the next lines fit. */
  @Nullable CsvHeader named(Line line) throws IOException {
    String text = text(line);
    CsvHeader best = null;
    int bestFit = -1;
    for (char delimiter : DELIMITERS) {
      List<String> names = CsvFields.split(text, delimiter);
      if (names == null || !CsvHeader.isPlausible(names)) {
        continue;
      }
      int fit = best == null && isOnlyDelimiter(text, delimiter) ? 0 : fitting(names, delimiter);
      if (best == null || fit > bestFit || fit == bestFit && names.size() > best.columns().size()) {
        best = new CsvHeader(names, delimiter, line.position());
        bestFit = fit;
      }
    }
    return best == null ? namedAlone(line) : best;
  }

  private static boolean isOnlyDelimiter(String text, char delimiter) {
    for (char other : DELIMITERS) {
      if (other != delimiter && text.indexOf(other) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** How many of the next lines have as many fields. */
  private int fitting(List<String> names, char delimiter) throws IOException {
    int fit = 0;
    for (int distance = 1; distance <= SAMPLE_LINES; distance++) {
      Line next = lines.peek(distance);
      if (next == null) {
        break;
      }
      List<String> values = CsvFields.split(text(next), delimiter);
      fit += values != null && values.size() == names.size() ? 1 : 0;
    }
    return fit;
  }

  /** The columns of a file that begins with records, when this line and those after it are some. */
  @Nullable CsvHeader invented(Line line) throws IOException {
    for (char delimiter : DELIMITERS) {
      List<String> first = CsvFields.split(text(line), delimiter);
      if (first != null && first.size() >= FEWEST_COLUMNS && isData(first, delimiter)) {
        return CsvHeader.invented(first.size(), delimiter, line.position());
      }
    }
    return isAlone(text(line)) && isColumnAhead(FEWEST_LINES - 1)
        ? CsvHeader.invented(1, DELIMITERS[0], line.position())
        : null;
  }

  /** Whether three of four of the next lines are of this width and a column holds data in all. */
  private boolean isData(List<String> first, char delimiter) throws IOException {
    boolean[] data = new boolean[first.size()];
    Arrays.fill(data, true);
    boolean any = note(first, data);
    int looked = 1;
    int same = 1;
    for (int distance = 1; any && distance < SAMPLE_LINES; distance++) {
      Line next = lines.peek(distance);
      if (next == null) {
        break;
      }
      if (next.isBlank()) {
        continue;
      }
      looked++;
      List<String> values = CsvFields.split(text(next), delimiter);
      if (values != null && values.size() == first.size()) {
        same++;
        any = note(values, data);
      }
    }
    return any && same >= FEWEST_LINES && same * 4 >= looked * 3;
  }

  /** Notes which columns hold data in this line too; whether any is left. */
  private static boolean note(List<String> values, boolean[] data) {
    boolean any = false;
    for (int index = 0; index < data.length; index++) {
      data[index] &= isData(values.get(index).strip());
      any |= data[index];
    }
    return any;
  }

  /** Numbers, times, addresses: nothing a column would be called. */
  private static boolean isData(String value) {
    return !value.isEmpty()
        && (Character.isDigit(value.charAt(0)) || value.indexOf('@') > 0)
        && value.length() <= 64;
  }

  /** The only column's name, when the lines behind it hold one value each. */
  private @Nullable CsvHeader namedAlone(Line line) throws IOException {
    List<String> fields = CsvFields.split(text(line), DELIMITERS[0]);
    return fields != null
            && fields.size() == 1
            && hasNoDelimiter(fields.getFirst())
            && CsvHeader.isName(fields.getFirst().strip())
            && isColumnAhead(FEWEST_LINES)
        ? new CsvHeader(fields, DELIMITERS[0], line.position())
        : null;
  }

  /** Whether most of the next lines hold one number, address or time each. */
  private boolean isColumnAhead(int fewest) throws IOException {
    int looked = 0;
    int alone = 0;
    for (int distance = 1; distance <= SAMPLE_LINES; distance++) {
      Line next = lines.peek(distance);
      if (next == null) {
        break;
      }
      looked += next.isBlank() ? 0 : 1;
      alone += isAlone(text(next)) ? 1 : 0;
    }
    return alone >= fewest && alone * 4 >= looked * 3;
  }

  private static boolean isAlone(String text) {
    String value = text.strip();
    return value.indexOf(' ') < 0 && hasNoDelimiter(value) && isData(value);
  }

  private static boolean hasNoDelimiter(String text) {
    for (char delimiter : DELIMITERS) {
      if (text.indexOf(delimiter) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** From here on this is the header. */
  void use(CsvHeader header) {
    present = header;
    names =
        header.isInvented()
            ? Set.of()
            : header.columns().stream().map(CsvHeaders::folded).collect(Collectors.toSet());
  }

  /** Another export's header in the same file; null when the line is none. */
  @Nullable CsvHeader another(Line line) {
    String text = text(line);
    for (char delimiter : DELIMITERS) {
      List<String> values = CsvFields.split(text, delimiter);
      if (values != null && isAnother(values)) {
        return new CsvHeader(values, delimiter, line.position());
      }
    }
    return null;
  }

  /**
   * Whether these values are a header too: all of them names, and two of three the names of the
   * present header's columns.
   */
  boolean isAnother(List<String> values) {
    int strangersAllowed = Math.max(values.size(), present.columns().size()) / 3;
    int strangers = 0;
    for (String value : values) {
      if (!names.contains(folded(value)) && ++strangers > strangersAllowed) {
        return false;
      }
    }
    return (values.size() - strangers) * 3 >= present.columns().size() * 2
        && CsvHeader.isPlausible(values);
  }

  private static String folded(String name) {
    return name.length() > CsvHeader.LONGEST_NAME * 2 ? "" : name.trim().toLowerCase(Locale.ROOT);
  }

  private String text(Line line) {
    return source.text(line.bytes()).value();
  }
}
