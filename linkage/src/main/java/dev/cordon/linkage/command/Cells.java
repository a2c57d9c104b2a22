package dev.cordon.linkage.command;

import java.util.regex.Pattern;

/**
 * Cells of the files {@code link} writes. A value a spreadsheet could run as a formula gets an
 * apostrophe in front, and so does one that begins with an apostrophe, so that {@link #plain} gives
 * back exactly what was written; a number with its sign stays as it is. Quotes and line breaks are
 * the CSV writer's. Stateless.
 */
final class Cells {

  private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private static final Pattern SIGNED = Pattern.compile("[+-][0-9]+([.][0-9]+)?([eE]-?[0-9]+)?");

  private Cells() {}

  /** The value, harmless in a spreadsheet. */
  static String safe(String value) {
    return isMarked(value) ? "'" + value : value;
  }

  /** The value a cell of {@link #safe} stands for. */
  static String plain(String cell) {
    return cell.startsWith("'") && isMarked(cell.substring(1)) ? cell.substring(1) : cell;
  }

  private static boolean isMarked(String value) {
    if (value.isEmpty() || SIGNED.matcher(value).matches()) {
      return false;
    }
    String shown = value.strip();
    return value.charAt(0) == '\''
        || FORMULA_STARTS.indexOf(value.charAt(0)) >= 0
        || !shown.isEmpty() && FORMULA_STARTS.indexOf(shown.charAt(0)) >= 0;
  }
}
