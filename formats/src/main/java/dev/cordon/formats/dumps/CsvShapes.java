package dev.cordon.formats.dumps;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the columns of an export hold, learned from its first whole records. Says whether lines with
 * too few columns are one record that an unquoted line break split; without proof they are not. Not
 * thread-safe.
 */
final class CsvShapes {

  private static final int LEARNED_ROWS = 1000;
  private static final int FEWEST_ROWS = 3;
  private static final int LONGEST = 64;

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}.*");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d.,' ]*");
  private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]{0,4}(:[0-9a-fA-F.]{0,15}){2,7}");

  private enum Shape {
    NONE_YET,
    ADDRESS,
    TIME,
    NUMBER,
    MAIL,
    TEXT;

    boolean isStrict() {
      return this != NONE_YET && this != TEXT;
    }
  }

  private final Shape[] shapes;
  private int rows;

  CsvShapes(int columns) {
    shapes = new Shape[columns];
    Arrays.fill(shapes, Shape.NONE_YET);
  }

  /** A whole record. */
  void learn(List<String> values) {
    if (rows == LEARNED_ROWS) {
      return;
    }
    rows++;
    for (int column = 0; column < shapes.length; column++) {
      String value = values.get(column);
      if (!value.isEmpty() && shapes[column] != Shape.TEXT) {
        Shape found = shape(value);
        shapes[column] =
            shapes[column] == Shape.NONE_YET || shapes[column] == found ? found : Shape.TEXT;
      }
    }
  }

  /**
   * Whether these values are one record split inside the text of one column: what stands around the
   * break is of its columns' shapes, and the last piece is no record of its own that was cut.
   *
   * @param split the column whose value goes on in further lines
   * @param last the fields of the last piece
   */
  boolean isOneRecord(List<String> values, int split, List<String> last) {
    if (rows < FEWEST_ROWS || shapes[split].isStrict()) {
      return false;
    }
    int proofs = 0;
    for (int column = 0; column < shapes.length; column++) {
      if (column != split && !fits(column, values.get(column))) {
        return false;
      }
      proofs += column > split && isProof(column, values.get(column)) ? 1 : 0;
    }
    return proofs > 0 && !isBeginning(last);
  }

  private boolean isBeginning(List<String> fields) {
    for (int column = 0; column < fields.size(); column++) {
      if (!fits(column, fields.get(column))) {
        return false;
      }
    }
    return true;
  }

  private boolean isProof(int column, String value) {
    return shapes[column].isStrict() && !value.isEmpty();
  }

  private boolean fits(int column, String value) {
    return !isProof(column, value) || shapes[column] == shape(value);
  }

  private static Shape shape(String value) {
    if (value.length() > LONGEST) {
      return Shape.TEXT;
    }
    if (ADDRESS.matcher(value).matches()) {
      return Shape.ADDRESS;
    }
    if (TIME.matcher(value).matches()) {
      return Shape.TIME;
    }
    if (NUMBER.matcher(value).matches()) {
      return Shape.NUMBER;
    }
    return MAIL.matcher(value).matches() ? Shape.MAIL : Shape.TEXT;
  }
}
