package dev.cordon.intake.selectors;

import org.jspecify.annotations.Nullable;

/**
 * A normal form and what is to be said about it.
 *
 * @param value equal for spellings of the same thing; null where the value as written has no normal
 *     form
 * @param verdict words of lower-case letters, digits and hyphens, a blank between two: why there is
 *     no normal form, what a checksum says, what was dropped; null where there is nothing to say
 */
public record NormalValue(@Nullable String value, @Nullable String verdict) {

  private static final NormalValue BLANK = new NormalValue(null, "blank");

  /** A normal form without remark. */
  static NormalValue of(String value) {
    return new NormalValue(value, null);
  }

  /** No normal form, and why. */
  static NormalValue none(String reason) {
    return new NormalValue(null, reason);
  }

  /** No normal form: there is nothing but blanks. */
  static NormalValue blank() {
    return BLANK;
  }

  /** The same normal form with one more word about it. */
  NormalValue and(String word) {
    return new NormalValue(value, verdict == null ? word : verdict + " " + word);
  }
}
