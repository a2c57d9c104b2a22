package dev.cordon.erasure;

import dev.cordon.RefusedException;
import java.util.Locale;

/**
 * Whom an order concerns.
 *
 * @param by what names the person
 * @param value the subject's number or id, the account as {@code system:account}, the selector as
 *     written, the victim's number, or the number of the order that ends
 */
public record Chosen(By by, String value) {

  private static final int LONGEST = 500;

  /** What names the person. */
  public enum By {
    /** A confirmed subject: its number, as S-1234567. */
    SUBJECT,
    /** One account: system and key, as shop:1042. */
    ACCOUNT,
    /** An e-mail address, phone number, card fingerprint, wallet, IP address or device. */
    SELECTOR,
    /** An identified victim: its number, as V-0001. */
    VICTIM,
    /** A restriction that ends: its number, as E-0001. */
    ORDER;

    /** As the database writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Read from what the database writes. */
    public static By of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  /** Checks that something is named, in its form. */
  public Chosen {
    value = value.strip();
    if (value.isEmpty() || value.length() > LONGEST) {
      throw new RefusedException(
          "Name whom the order concerns, in 1 to " + LONGEST + " characters.");
    }
    if (by == By.ACCOUNT && value.indexOf(':') < 1) {
      throw new RefusedException("Name an account by its system and its key there, as shop:1042.");
    }
  }

  /** The system of an account. */
  String system() {
    return value.substring(0, value.indexOf(':'));
  }

  /** The key of an account in its system. */
  String account() {
    return value.substring(value.indexOf(':') + 1);
  }
}
