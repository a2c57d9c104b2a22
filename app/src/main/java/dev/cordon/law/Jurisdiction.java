package dev.cordon.law;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place whose law or police is asked for: a country of ISO 3166-1, or a part of one.
 *
 * @param code two capital letters of ISO 3166-1 alpha-2, as {@code GB}; a part as ISO 3166-2 writes
 *     it, as {@code GB-SCT}
 * @param name in English
 * @param kind what sets it apart
 * @param parent the country's code for a part of it; null for a country
 */
public record Jurisdiction(String code, String name, Kind kind, @Nullable String parent) {

  /** What sets a jurisdiction apart. */
  public enum Kind {
    /** A country or territory with a code of its own in ISO 3166-1. */
    COUNTRY,
    /** A part of a country with criminal law of its own, beside what holds for the whole. */
    LAW,
    /** A part of a country with police of its own under the criminal law of the whole. */
    POLICE
  }

  /** Refuses a code of another form than its kind has, and a part without its country. */
  public Jurisdiction {
    String form = kind == Kind.COUNTRY ? "[A-Z]{2}" : "[A-Z]{2}-[A-Z0-9]{1,3}";
    if (!code.matches(form)) {
      throw new IllegalArgumentException(
          "code '"
              + code
              + "' is not "
              + (kind == Kind.COUNTRY
                  ? "two capital letters"
                  : "a country's code, '-' and a part"));
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("jurisdiction " + code + " has no name");
    }
    if (kind == Kind.COUNTRY ? parent != null : !code.substring(0, 2).equals(parent)) {
      throw new IllegalArgumentException(
          "parent '" + parent + "' of " + code + " is not the country the code begins with");
    }
  }

  /** The country's code: its own, or that of the country it is a part of. */
  public String country() {
    return code.substring(0, 2);
  }

  /** Whether it is a part of a country. */
  public boolean isDivision() {
    return kind != Kind.COUNTRY;
  }

  /** The code of the country it is a part of; nothing for a country. */
  public Optional<String> parentCode() {
    return Optional.ofNullable(parent);
  }
}
