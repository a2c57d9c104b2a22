package dev.cordon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines of CSV (RFC 4180) that a spreadsheet shows as text: a cell that could be read as a formula
 * gets an apostrophe in front.
 */
public final class SafeCsv {

  private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private static final Pattern SIGNED = Pattern.compile("[+-][0-9]+([.][0-9]+)?([eE]-?[0-9]+)?");

  private final Writer writer;

  /** Over a writer its caller closes. */
  public SafeCsv(Writer writer) {
    this.writer = writer;
  }

  /** Writes one line. */
  public void line(List<? extends @Nullable Object> cells) {
    try {
      for (int place = 0; place < cells.size(); place++) {
        writer.write(place == 0 ? "" : ",");
        writer.write(cell(cells.get(place)));
      }
      writer.write("\r\n");
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** One cell, quoted, its formula taken away. */
  public static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    boolean formula = !(value instanceof Number) && isFormula(text);
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }

  /**
   * One cell for other programs, quoted where it must be: as {@link #cell}, but a number with its
   * sign, a telephone number for one, stays as it is.
   */
  public static String value(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String safe = isFormula(text) && !SIGNED.matcher(text).matches() ? "'" + text : text;
    boolean isPlain = safe.chars().noneMatch(sign -> ",\"\n\r".indexOf(sign) >= 0);
    return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }

  private static boolean isFormula(String text) {
    String shown = text.strip();
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
        || !shown.isEmpty() && FORMULA_STARTS.indexOf(shown.charAt(0)) >= 0;
  }
}
