package dev.cordon.evidence;

import dev.cordon.RefusedException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A digest about to be recorded. The bytes it is of are never here.
 *
 * @param label what exactly: which medium, which file, which photograph
 * @param sha256 64 hexadecimal digits
 * @param tool what computed it
 */
public record NewDigest(
    Thing thing, String label, String sha256, @Nullable Long sizeBytes, @Nullable String tool) {

  /** What it is a digest of. */
  public enum Thing {
    MEDIUM("medium"),
    ACCOUNT_DATA("account data"),
    PACKAGING_PHOTO("photograph of the packaging"),
    DOCUMENT("document");

    private final String label;

    Thing(String label) {
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

  /** Takes the digest as tools print it: in either case, with blanks around. */
  public NewDigest {
    sha256 = Sha256Words.checked(sha256);
  }

  /** Digests as people paste them. */
  static final class Sha256Words {

    private Sha256Words() {}

    static String checked(String typed) {
      String digest = typed.strip().toLowerCase(Locale.ROOT);
      if (!digest.matches("[0-9a-f]{64}")) {
        throw new RefusedException(
            "A SHA-256 has 64 digits 0 to 9 and a to f; this has "
                + digest.length()
                + " characters. Copy it from the tool's output.");
      }
      return digest;
    }
  }
}
