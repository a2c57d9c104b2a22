package dev.cordon.keys;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * A passphrase and where it came from. Compared by its Unicode letters, not by how a keyboard made
 * them (normal form C). Cleared when closed; never shown.
 */
public final class Passphrase implements AutoCloseable {

  /** The shortest a person may choose. */
  public static final int SHORTEST = 12;

  private static final int LONGEST = 1024;

  private final byte[] bytes;
  private final String origin;

  private Passphrase(byte[] bytes, String origin) {
    this.bytes = bytes;
    this.origin = origin;
  }

  /**
   * Of these letters; a line end at the end does not count. The letters are cleared.
   *
   * @param origin where it came from, for messages
   */
  public static Passphrase of(char[] letters, String origin) {
    try {
      int length = letters.length;
      while (length > 0 && (letters[length - 1] == '\n' || letters[length - 1] == '\r')) {
        length--;
      }
      String normal =
          Normalizer.normalize(CharBuffer.wrap(letters, 0, length), Normalizer.Form.NFC);
      if (normal.isBlank() || normal.length() > LONGEST) {
        throw new KeyException(
            "the passphrase from "
                + origin
                + " is empty or longer than "
                + LONGEST
                + " characters. Give one line.");
      }
      return new Passphrase(normal.getBytes(StandardCharsets.UTF_8), origin);
    } finally {
      Arrays.fill(letters, '\0');
    }
  }

  /** Of a file's bytes, which are cleared. */
  static Passphrase ofBytes(byte[] encoded, String origin) {
    CharBuffer letters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(encoded));
    char[] copy = new char[letters.remaining()];
    letters.get(copy);
    Arrays.fill(letters.array(), '\0');
    Arrays.fill(encoded, (byte) 0);
    return of(copy, origin);
  }

  /** Where it came from. */
  public String origin() {
    return origin;
  }

  /** Passes when it is long enough to be chosen. */
  public Passphrase requireChoosable() {
    if (new String(bytes, StandardCharsets.UTF_8).codePoints().count() < SHORTEST) {
      throw new KeyException(
          "a passphrase has at least "
              + SHORTEST
              + " characters; the one from "
              + origin
              + " is shorter. Choose a longer one.");
    }
    return this;
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "Passphrase[from " + origin + "]";
  }
}
