package dev.cordon.intake.profiles;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A value of a sampled row.
 *
 * @param text the value as text; null where there is none or it was not kept
 * @param latin the bytes, each as the letter of the same number; null where they are the text's own
 * @param lengthBytes the length of the value, kept or not
 * @param digest what is known of a value that was not kept: its SHA-256, or that it is media
 */
public record SampledValue(
    @Nullable String text, @Nullable String latin, long lengthBytes, @Nullable String digest) {

  /** No value. */
  public static final SampledValue NONE = new SampledValue(null, null, 0, null);

  /** A text of a format that knows no bytes. */
  static SampledValue of(@Nullable String text, int most) {
    if (text == null) {
      return NONE;
    }
    long length = text.getBytes(StandardCharsets.UTF_8).length;
    return length > most
        ? new SampledValue(text.substring(0, most / 4), null, length, "cut")
        : new SampledValue(text, null, length, null);
  }

  /** Whether all of it was kept. */
  boolean isWhole() {
    return digest == null;
  }

  /** The bytes, null where there are none. */
  byte @Nullable [] bytes() {
    if (latin != null) {
      return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }
}
