package dev.cordon.evidence;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Words of people, compared and cut as people mean them. */
final class Words {

  private Words() {}

  /** Without the blanks around; null when nothing is left. */
  static @Nullable String orNull(@Nullable String words) {
    return words == null || words.isBlank() ? null : words.strip();
  }

  static boolean same(String left, String right) {
    return left.strip().equalsIgnoreCase(right.strip());
  }

  /** Whether a seal is the one meant; seals are compared as written. */
  static boolean sameSeal(@Nullable String left, @Nullable String right) {
    return Objects.equals(orNull(left), orNull(right));
  }

  static String seal(@Nullable String seal) {
    return seal == null ? "no seal" : "seal " + seal;
  }

  /** In one line: what a statement of a fixed form can hold. */
  static String line(@Nullable String words) {
    return words == null
        ? "-"
        : words.strip().replaceAll("\\s*[\\r\\n\\u2028\\u2029\\u0085]+\\s*", " / ");
  }
}
