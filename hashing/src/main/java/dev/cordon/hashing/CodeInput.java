package dev.cordon.hashing;

import dev.cordon.kernel.KernelException;
import dev.cordon.kernel.hamming.Code256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Codes of a list: either lines of 64 hex digits, or a table with commas, semicolons or tabs whose
 * first line names a column {@code pdq}. Empty lines are passed over; every other line that holds
 * no code is named with its number and counted.
 */
final class CodeInput implements AutoCloseable {

  /** A code and the line it stands in, from 1. */
  record Line(Code256 code, long number) {}

  /** Takes what is wrong with a line. */
  @FunctionalInterface
  interface Complaints {
    void line(long number, String reason);
  }

  private static final int LONGEST_LINE_BYTES = 1 << 16;
  private static final char[] DELIMITERS = {',', ';', '\t'};
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final LineInput lines;
  private final Complaints complaints;
  private final int column;
  private final char delimiter;
  private @Nullable String ahead;

  private CodeInput(
      LineInput lines, Complaints complaints, int column, char delimiter, @Nullable String ahead) {
    this.lines = lines;
    this.complaints = complaints;
    this.column = column;
    this.delimiter = delimiter;
    this.ahead = ahead;
  }

  /** Opens a file; a column below zero means that whole lines are codes. */
  static CodeInput open(Path file, Complaints complaints) throws IOException {
    return of(Files.newInputStream(file), SafeText.plain(file.toString()), complaints);
  }

  static CodeInput of(InputStream stream, String name, Complaints complaints) throws IOException {
    LineInput lines = new LineInput(stream, LONGEST_LINE_BYTES);
    String first = lines.next();
    while (first != null && withoutMark(first).isBlank()) {
      first = lines.next();
    }
    if (first == null) {
      return new CodeInput(lines, complaints, -1, ',', null);
    }
    String line = withoutMark(first).strip();
    for (char delimiter : DELIMITERS) {
      int column = column(line, delimiter);
      if (column >= 0) {
        return new CodeInput(lines, complaints, column, delimiter, null);
      }
    }
    if (!looksLikeCode(line)) {
      lines.close();
      throw new HashingException(
          name
              + ", line "
              + lines.number()
              + ": neither 64 hex digits nor the head of a table with a column 'pdq'");
    }
    return new CodeInput(lines, complaints, -1, ',', line);
  }

  private static String withoutMark(String line) {
    return !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
  }

  /** So that one broken digit in the first line does not make the list something else. */
  private static boolean looksLikeCode(String line) {
    long digits = line.chars().filter(character -> Character.digit(character, 16) >= 0).count();
    return digits >= Code256.DIGITS / 2 && digits * 2 > line.length();
  }

  private static int column(String head, char delimiter) {
    List<String> names = Fields.of(head, delimiter);
    for (int place = 0; place < names.size(); place++) {
      if (names.get(place).strip().toLowerCase(Locale.ROOT).equals("pdq")) {
        return place;
      }
    }
    return -1;
  }

  /** The next code, or null at the end. */
  @Nullable Line next() throws IOException {
    String line = ahead == null ? lines.next() : ahead;
    ahead = null;
    while (line != null) {
      Code256 code = line.isBlank() ? null : code(line);
      if (code != null) {
        return new Line(code, lines.number());
      }
      line = lines.next();
    }
    return null;
  }

  private @Nullable Code256 code(String line) {
    if (lines.isCut()) {
      complaints.line(lines.number(), "longer than " + LONGEST_LINE_BYTES + " bytes");
      return null;
    }
    String text = line;
    if (column >= 0) {
      List<String> fields = Fields.of(line, delimiter);
      if (column >= fields.size()) {
        complaints.line(lines.number(), "has no column " + (column + 1) + " ('pdq')");
        return null;
      }
      text = fields.get(column);
    }
    try {
      return Code256.parse(text.strip());
    } catch (KernelException broken) {
      complaints.line(lines.number(), String.valueOf(broken.getMessage()));
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
