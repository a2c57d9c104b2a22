package dev.cordon.protection;

import java.util.Locale;

/** Whether a person's records may stay when the clock has run. */
public enum Stay {
  /** They are still needed; the clock runs anew. */
  KEEP("keep: still needed, the clock runs anew"),
  /** Evidence law needs them: hidden from every reader instead of destroyed (Art. 16(3)). */
  RESTRICT("restrict instead of erasing: they must be kept as evidence"),
  /** They go. */
  ERASE("erase: no longer needed");

  private final String words;

  Stay(String words) {
    this.words = words;
  }

  /** As pages write it. */
  public String words() {
    return words;
  }

  /** As the database writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
