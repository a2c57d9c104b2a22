package dev.cordon.kernel.hamming;

import dev.cordon.kernel.KernelException;
import java.util.HexFormat;

/**
 * A code of 256 bits. Bit 255 is the highest bit of {@code first}, bit 0 the lowest of {@code
 * fourth}; the text form writes bit 255 first, as 64 hex digits.
 *
 * @param first bits 255 to 192
 * @param second bits 191 to 128
 * @param third bits 127 to 64
 * @param fourth bits 63 to 0
 */
public record Code256(long first, long second, long third, long fourth) {

  /** How many bits a code has. */
  public static final int BITS = 256;

  /** How many hex digits its text form has. */
  public static final int DIGITS = BITS / 4;

  /** The code without any bit set. */
  public static final Code256 ZERO = new Code256(0, 0, 0, 0);

  private static final HexFormat HEX = HexFormat.of();

  /**
   * The code written as 64 hex digits of either case.
   *
   * @throws KernelException when the text is anything else
   */
  public static Code256 parse(CharSequence text) {
    if (text.length() != DIGITS) {
      throw new KernelException("a code has 64 hex digits, not " + text.length() + " characters");
    }
    for (int place = 0; place < DIGITS; place++) {
      if (!HexFormat.isHexDigit(text.charAt(place))) {
        throw new KernelException("character " + (place + 1) + " of a code is no hex digit");
      }
    }
    return new Code256(
        HexFormat.fromHexDigitsToLong(text, 0, 16),
        HexFormat.fromHexDigitsToLong(text, 16, 32),
        HexFormat.fromHexDigitsToLong(text, 32, 48),
        HexFormat.fromHexDigitsToLong(text, 48, 64));
  }

  /** In how many bits the two differ: 0 to 256. */
  public int distance(Code256 other) {
    return Long.bitCount(first ^ other.first)
        + Long.bitCount(second ^ other.second)
        + Long.bitCount(third ^ other.third)
        + Long.bitCount(fourth ^ other.fourth);
  }

  /** The 64 lower-case hex digits. */
  public String hex() {
    return HEX.toHexDigits(first)
        + HEX.toHexDigits(second)
        + HEX.toHexDigits(third)
        + HEX.toHexDigits(fourth);
  }

  @Override
  public String toString() {
    return hex();
  }
}
