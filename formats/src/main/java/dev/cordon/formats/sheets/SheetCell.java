package dev.cordon.formats.sheets;

/**
 * A cell's value as text.
 *
 * @param text dates as ISO 8601 without a zone, numbers as written, booleans as true or false
 * @param isFormula whether the value was calculated by whoever wrote the file
 */
public record SheetCell(Kind kind, String text, boolean isFormula) {

  /** An empty cell. */
  public static final SheetCell EMPTY = new SheetCell(Kind.EMPTY, "", false);

  /** What a cell holds. */
  public enum Kind {
    /** Nothing. */
    EMPTY,
    /** Text. */
    TEXT,
    /** A number. */
    NUMBER,
    /** A date, a time or both, told by the cell's format. */
    DATE,
    /** True or false. */
    BOOLEAN,
    /** An error like #N/A. */
    ERROR
  }
}
