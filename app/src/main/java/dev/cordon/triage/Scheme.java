package dev.cordon.triage;

import dev.cordon.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * The national scheme an assessment is made under; what a category means differs from scheme to
 * scheme.
 *
 * @param name 2 to 100 characters, as the country calls it
 * @param category in that scheme; null where it has none for this
 */
public record Scheme(String name, @Nullable String category) {

  /** Checks that the scheme is named. */
  public Scheme {
    name = name.strip();
    category = category == null || category.isBlank() ? null : category.strip();
    if (name.length() < 2 || name.length() > 100 || (category != null && category.length() > 60)) {
      throw new RefusedException(
          "Name the national scheme in 2 to 100 characters, and its category in at most 60.");
    }
  }
}
