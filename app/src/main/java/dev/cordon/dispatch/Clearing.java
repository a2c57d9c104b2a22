package dev.cordon.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * What a member says so that a package may go where law or data protection leave a question.
 *
 * @param gapReason why it goes although the law there does not surely cover the conduct; null when
 *     it does
 * @param transferBasis on which basis it goes to a third country; null when it goes to none
 * @param transferWords the instrument or ground, and why it holds here; null with the basis
 */
public record Clearing(
    @Nullable String gapReason,
    @Nullable TransferBasis transferBasis,
    @Nullable String transferWords) {

  /** Nothing to say. */
  public static final Clearing NONE = new Clearing(null, null, null);

  /** Empty words are none. */
  public Clearing {
    gapReason = gapReason == null || gapReason.isBlank() ? null : gapReason.strip();
    transferWords = transferWords == null || transferWords.isBlank() ? null : transferWords.strip();
  }

  /** A reason for a gap in the law alone. */
  public static Clearing gap(@Nullable String reason) {
    return new Clearing(reason, null, null);
  }
}
