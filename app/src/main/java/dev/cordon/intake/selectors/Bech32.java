package dev.cordon.intake.selectors;

import org.jspecify.annotations.Nullable;

/**
 * Checks of Bech32 (BIP 173), Bech32m (BIP 350), SegWit addresses made of them, and CashAddr
 * (Bitcoin Cash specification of 2017). All take lower-case text.
 */
final class Bech32 {

  private static final String SIGNS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final long[] CASH_GENERATOR = {
    0x98f2bc8e61L, 0x79b76d99e2L, 0xf33e5fb3c4L, 0xae2eabe2a8L, 0x1e4f43e470L
  };
  private static final int PLAIN = 1;
  private static final int MODIFIED = 0x2bc830a3;
  private static final int CHECK_SIGNS = 6;
  private static final int CASH_CHECK_SIGNS = 8;
  private static final int LONGEST_SEGWIT = 90;

  private Bech32() {}

  /** Whether the checksum is Bech32's or Bech32m's. */
  static boolean holds(String text) {
    int constant = constant(text);
    return constant == PLAIN || constant == MODIFIED;
  }

  /** Whether it is a SegWit address: checksum by version, version, length and padding. */
  static boolean isSegwit(String text) {
    int separator = text.lastIndexOf('1');
    int[] data = data(text, separator + 1);
    if (text.length() > LONGEST_SEGWIT || data == null || data.length < CHECK_SIGNS + 1) {
      return false;
    }
    int version = data[0];
    if (version > 16 || constant(text) != (version == 0 ? PLAIN : MODIFIED)) {
      return false;
    }
    int bits = (data.length - CHECK_SIGNS - 1) * 5;
    int bytes = bits / 8;
    int padding = bits % 8;
    int last = data[data.length - CHECK_SIGNS - 1];
    boolean padded = padding < 5 && (last & (1 << padding) - 1) == 0;
    boolean sized = bytes >= 2 && bytes <= 40 && (version != 0 || bytes == 20 || bytes == 32);
    return padded && sized;
  }

  /** Whether text after the prefix and its colon has a CashAddr checksum. */
  static boolean isCash(String prefix, String text) {
    int[] data = data(text, 0);
    if (data == null || data.length <= CASH_CHECK_SIGNS) {
      return false;
    }
    long check = 1;
    for (int index = 0; index < prefix.length(); index++) {
      check = cashStep(check, prefix.charAt(index) & 31);
    }
    check = cashStep(check, 0);
    for (int value : data) {
      check = cashStep(check, value);
    }
    return check == 1;
  }

  private static int constant(String text) {
    int separator = text.lastIndexOf('1');
    int[] data = separator < 1 ? null : data(text, separator + 1);
    if (data == null || data.length < CHECK_SIGNS) {
      return 0;
    }
    int check = 1;
    for (int index = 0; index < separator; index++) {
      char sign = text.charAt(index);
      if (sign < 33 || sign > 126) {
        return 0;
      }
      check = step(check, sign >> 5);
    }
    check = step(check, 0);
    for (int index = 0; index < separator; index++) {
      check = step(check, text.charAt(index) & 31);
    }
    for (int value : data) {
      check = step(check, value);
    }
    return check;
  }

  private static int @Nullable [] data(String text, int start) {
    int[] data = new int[text.length() - start];
    for (int index = start; index < text.length(); index++) {
      int value = SIGNS.indexOf(text.charAt(index));
      if (value < 0) {
        return null;
      }
      data[index - start] = value;
    }
    return data;
  }

  private static int step(int check, int value) {
    int top = check >>> 25;
    int next = (check & 0x1ffffff) << 5 ^ value;
    for (int index = 0; index < GENERATOR.length; index++) {
      if ((top >> index & 1) == 1) {
        next ^= GENERATOR[index];
      }
    }
    return next;
  }

  private static long cashStep(long check, int value) {
    int top = (int) (check >>> 35);
    long next = (check & 0x07ffffffffL) << 5 ^ value;
    for (int index = 0; index < CASH_GENERATOR.length; index++) {
      if ((top >> index & 1) == 1) {
        next ^= CASH_GENERATOR[index];
      }
    }
    return next;
  }
}
