package dev.cordon.evidence.custody;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was handed out about custody.
 *
 * @param number its number in the agency
 * @param permission the owner's permission, where a handling code asks for it
 * @param exhibits how many exhibits it tells of
 * @param leftOut how many it does not tell of because of their own handling codes
 */
public record Disclosure(
    int number,
    Form form,
    String recipient,
    String reason,
    @Nullable String permission,
    int exhibits,
    int leftOut,
    String sha256,
    long sizeBytes,
    String madeBy,
    Instant madeAt) {

  /** In which form. */
  public enum Form {
    /** The register's rows. */
    REGISTER("register (CSV)"),
    /** A PDF for people. */
    REPORT("custody report (PDF)"),
    /** CASE/UCO for programs. */
    CASE("CASE/UCO (JSON-LD)"),
    /** Both, with what proves them, for the defence. */
    BUNDLE("disclosure bundle (ZIP)");

    private final String label;

    Form(String label) {
      this.label = label;
    }

    /** As people call it. */
    public String label() {
      return label;
    }

    /** As the database writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
