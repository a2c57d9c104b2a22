package dev.cordon.dispatch;

import java.util.Arrays;
import java.util.Locale;

/** On which basis a package leaves for another country (Directive (EU) 2016/680 Art. 35 to 38). */
public enum TransferBasis {
  /** Both countries are bound by the directive, or it is the same country. */
  NOT_NEEDED("no transfer to a third country"),
  /** A decision says that protection there is adequate. */
  ADEQUACY("adequacy decision (Art. 36)"),
  /** An instrument that binds, or the controller's assessment of all circumstances. */
  SAFEGUARDS("appropriate safeguards (Art. 37)"),
  /** A ground for a specific situation. */
  DEROGATION("derogation for a specific situation (Art. 38)");

  private final String words;

  TransferBasis(String words) {
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

  static TransferBasis of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Those a member can state. */
  public static TransferBasis[] stated() {
    return Arrays.copyOfRange(values(), 1, values().length);
  }
}
