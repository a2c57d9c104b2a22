package dev.cordon.action;

import org.jspecify.annotations.Nullable;

/**
 * A person as an officer wrote it down.
 *
 * @param given given names
 * @param family family names
 * @param birthYear year of birth, if known
 */
public record ReportedPerson(
    @Nullable String given, @Nullable String family, @Nullable Integer birthYear) {

  /** Given and family names in one line. */
  public String name() {
    return ((given == null ? "" : given) + " " + (family == null ? "" : family)).strip();
  }
}
