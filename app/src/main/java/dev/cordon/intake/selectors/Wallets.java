package dev.cordon.intake.selectors;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses of wallets, with a verdict on their checksum. */
public final class Wallets {

  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int BECH32_CONSTANT = 1;
  private static final int BECH32M_CONSTANT = 0x2bc830a3;

  private Wallets() {}

  /** What the checksum says. */
  public enum Verdict {
    /** It holds. */
    HOLDS,
    /** It fails: mistyped or invented. */
    FAILS,
    /** The form has none that is checked here. */
    UNKNOWN
  }

  /** The normal form: letter case folded where the form knows none; null for blanks. */
  static @Nullable String normalise(String raw) {
    String text = Blanks.strip(raw);
    int scheme = text.indexOf(':');
    if (scheme > 0 && scheme < 12) {
      text = text.substring(scheme + 1);
    }
    int query = text.indexOf('?');
    if (query > 0) {
      text = text.substring(0, query);
    }
    if (text.isEmpty() || text.length() > 128) {
      return null;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    boolean noCase = lower.startsWith("bc1") || lower.startsWith("tb1") || lower.startsWith("ltc1");
    return noCase || lower.startsWith("0x") ? lower : text;
  }

  /** Checks the checksum of a Bech32, Bech32m or Base58Check address. */
  public static Verdict verdict(String normalForm) {
    String lower = normalForm.toLowerCase(Locale.ROOT);
    int separator = lower.lastIndexOf('1');
    boolean bech = lower.startsWith("bc1") || lower.startsWith("tb1") || lower.startsWith("ltc1");
    if (bech && separator > 0) {
      return bech32(lower, separator) ? Verdict.HOLDS : Verdict.FAILS;
    }
    boolean base58 =
        normalForm.length() >= 26
            && normalForm.length() <= 35
            && normalForm.chars().allMatch(sign -> BASE58.indexOf(sign) >= 0);
    if (base58) {
      return base58Check(normalForm) ? Verdict.HOLDS : Verdict.FAILS;
    }
    return Verdict.UNKNOWN;
  }

  private static boolean bech32(String text, int separator) {
    int check = 1;
    for (int index = 0; index < separator; index++) {
      check = step(check) ^ text.charAt(index) >> 5;
    }
    check = step(check);
    for (int index = 0; index < separator; index++) {
      check = step(check) ^ text.charAt(index) & 31;
    }
    for (int index = separator + 1; index < text.length(); index++) {
      int value = BECH32.indexOf(text.charAt(index));
      if (value < 0) {
        return false;
      }
      check = step(check) ^ value;
    }
    return check == BECH32_CONSTANT || check == BECH32M_CONSTANT;
  }

  private static int step(int check) {
    int top = check >>> 25;
    int next = (check & 0x1ffffff) << 5;
    for (int index = 0; index < GENERATOR.length; index++) {
      if ((top >> index & 1) == 1) {
        next ^= GENERATOR[index];
      }
    }
    return next;
  }

  private static boolean base58Check(String text) {
    BigInteger number = BigInteger.ZERO;
    for (int index = 0; index < text.length(); index++) {
      number =
          number
              .multiply(BigInteger.valueOf(58))
              .add(BigInteger.valueOf(BASE58.indexOf(text.charAt(index))));
    }
    byte[] digits = number.toByteArray();
    byte[] bytes = new byte[25];
    int length = Math.min(digits.length, 25);
    System.arraycopy(digits, digits.length - length, bytes, 25 - length, length);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] expected = digest.digest(digest.digest(Arrays.copyOf(bytes, 21)));
      return Arrays.equals(Arrays.copyOf(expected, 4), Arrays.copyOfRange(bytes, 21, 25));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
