package dev.cordon.figures;

/**
 * A figure at two moments.
 *
 * @param was the value at the first
 * @param is the value at the second
 * @param added what records counted more or anew give together
 * @param gone what records counted less or no more take away, as a number without sign
 * @param moved records counted in another country
 * @param sameDefinition whether both count by the same version of the definition
 * @param explained whether records were kept: without them the values alone can be compared
 */
public record FigureDifference(
    String name,
    String title,
    long was,
    long is,
    long added,
    long gone,
    long moved,
    boolean sameDefinition,
    boolean explained) {

  /** By how much the figure differs. */
  public long difference() {
    return is - was;
  }
}
