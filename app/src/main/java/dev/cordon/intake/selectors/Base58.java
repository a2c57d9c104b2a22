package dev.cordon.intake.selectors;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.jspecify.annotations.Nullable;

/**
 * Base58 as Bitcoin, Ripple and Monero write it, with their checksums: the first four bytes of a
 * doubled SHA-256, for Monero of Keccak-256. Text of at most 128 signs: the cost is quadratic.
 */
final class Base58 {

  /** The order of the signs in Bitcoin and most others. */
  static final String BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  /** The order of the signs in the XRP Ledger. */
  static final String RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

  private static final int CHECK_BYTES = 4;
  private static final int BLOCK_SIGNS = 11;
  private static final int[] BLOCK_BYTES = {0, -1, 1, 2, -1, 3, 4, 5, -1, 6, 7, 8};

  private Base58() {}

  /** Whether the text has signs of this order only. */
  static boolean isWritten(String text, String order) {
    for (int index = 0; index < text.length(); index++) {
      if (order.indexOf(text.charAt(index)) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** The bytes, or null where a sign is not of the order. */
  static byte @Nullable [] decode(String text, String order) {
    byte[] bytes = new byte[text.length()];
    int used = 0;
    for (int index = 0; index < text.length(); index++) {
      int carry = order.indexOf(text.charAt(index));
      if (carry < 0) {
        return null;
      }
      for (int place = 0; place < used || carry != 0; place++) {
        int sum = (bytes[bytes.length - 1 - place] & 0xFF) * 58 + carry;
        bytes[bytes.length - 1 - place] = (byte) sum;
        carry = sum >>> 8;
        used = Math.max(used, place + 1);
      }
    }
    int zeros = 0;
    while (zeros < text.length() && text.charAt(zeros) == order.charAt(0)) {
      zeros++;
    }
    byte[] whole = new byte[zeros + used];
    System.arraycopy(bytes, bytes.length - used, whole, zeros, used);
    return whole;
  }

  /** Whether the last four bytes are the checksum of those before. */
  static boolean hasSha256Check(byte[] bytes) {
    MessageDigest digest = sha256();
    byte[] body = Arrays.copyOf(bytes, bytes.length - CHECK_BYTES);
    return endsWith(bytes, digest.digest(digest.digest(body)));
  }

  /** As {@link #hasSha256Check}, with Keccak-256. */
  static boolean hasKeccakCheck(byte[] bytes) {
    return endsWith(bytes, keccak256(Arrays.copyOf(bytes, bytes.length - CHECK_BYTES)));
  }

  /** Keccak-256 as it was before it became SHA-3. */
  static byte[] keccak256(byte[] bytes) {
    KeccakDigest digest = new KeccakDigest(256);
    digest.update(bytes, 0, bytes.length);
    byte[] hash = new byte[32];
    digest.doFinal(hash, 0);
    return hash;
  }

  /** Monero's way: eleven signs stand for eight bytes. Null where the text is not so written. */
  static byte @Nullable [] decodeBlocks(String text) {
    int rest = text.length() % BLOCK_SIGNS;
    if (BLOCK_BYTES[rest] < 0) {
      return null;
    }
    byte[] bytes = new byte[text.length() / BLOCK_SIGNS * 8 + BLOCK_BYTES[rest]];
    int at = 0;
    for (int start = 0; start < text.length(); start += BLOCK_SIGNS) {
      int end = Math.min(start + BLOCK_SIGNS, text.length());
      int size = BLOCK_BYTES[end - start];
      long number = 0;
      for (int index = start; index < end; index++) {
        int value = BITCOIN.indexOf(text.charAt(index));
        long next = number * 58 + value;
        boolean over =
            Math.unsignedMultiplyHigh(number, 58) != 0
                || Long.compareUnsigned(next, number * 58) < 0;
        if (value < 0 || over) {
          return null;
        }
        number = next;
      }
      if (size < 8 && number >>> size * 8 != 0) {
        return null;
      }
      for (int place = size - 1; place >= 0; place--) {
        bytes[at++] = (byte) (number >>> place * 8);
      }
    }
    return bytes;
  }

  private static boolean endsWith(byte[] bytes, byte[] hash) {
    return Arrays.equals(bytes, bytes.length - CHECK_BYTES, bytes.length, hash, 0, CHECK_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
