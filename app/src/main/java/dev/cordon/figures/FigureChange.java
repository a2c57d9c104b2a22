package dev.cordon.figures;

import org.jspecify.annotations.Nullable;

/**
 * A record counted at one of two moments only, or otherwise at the second.
 *
 * @param label what the reader may know it by; null where the reader may not read the record, which
 *     is counted all the same
 * @param was how much it counted for at the first moment
 * @param is how much at the second
 * @param wasCountry where it was counted
 * @param isCountry where it is counted
 * @param wasSort of which sort it was
 * @param isSort of which sort it is
 * @param why in a few words
 * @param page of the record below the operation, if there is one
 */
public record FigureChange(
    String kind,
    String id,
    @Nullable String label,
    long was,
    long is,
    @Nullable String wasCountry,
    @Nullable String isCountry,
    @Nullable String wasSort,
    @Nullable String isSort,
    String why,
    @Nullable String page) {

  /** By how much the figure differs because of this record. */
  public long difference() {
    return is - was;
  }
}
