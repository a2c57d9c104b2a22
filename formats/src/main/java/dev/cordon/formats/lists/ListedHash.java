package dev.cordon.formats.lists;

import java.util.Arrays;
import java.util.HexFormat;

/** A hash as it stands in a list. Immutable. */
public final class ListedHash {

  private final HashKind kind;
  private final byte[] bytes;

  private ListedHash(HashKind kind, byte[] bytes) {
    this.kind = kind;
    this.bytes = bytes;
  }

  /**
   * Reads hex digits of either case.
   *
   * @throws NotAHash when the text is anything else, or nothing but zeros
   */
  static ListedHash parse(HashKind kind, String text) throws NotAHash {
    if (text.length() != kind.bytes() * 2) {
      throw new NotAHash(
          "%s has %d hex digits, not %d characters"
              .formatted(kind.text(), kind.bytes() * 2, text.length()));
    }
    byte[] bytes = new byte[kind.bytes()];
    int any = 0;
    for (int place = 0; place < bytes.length; place++) {
      int high = digit(text.charAt(place * 2));
      int low = digit(text.charAt(place * 2 + 1));
      if (high < 0 || low < 0) {
        throw new NotAHash(kind.text() + " holds something else than hex digits");
      }
      bytes[place] = (byte) (high << 4 | low);
      any |= bytes[place];
    }
    if (any == 0) {
      throw new NotAHash(kind.text() + " is all zeros, which stands for no hash");
    }
    return new ListedHash(kind, bytes);
  }

  private static int digit(char character) {
    return character < 128 && HexFormat.isHexDigit(character)
        ? HexFormat.fromHexDigit(character)
        : -1;
  }

  /** Which hash it is. */
  public HashKind kind() {
    return kind;
  }

  /** A copy of its bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Puts its bytes there. */
  public void copyTo(byte[] target, int place) {
    System.arraycopy(bytes, 0, target, place, bytes.length);
  }

  /** Its first byte, 0 to 255. */
  public int first() {
    return bytes[0] & 0xff;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ListedHash hash
        && hash.kind == kind
        && Arrays.equals(hash.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The kind alone: perceptual hashes are not for logs. */
  @Override
  public String toString() {
    return kind.text();
  }

  /** Text that is no hash of its kind. */
  static final class NotAHash extends Exception {
    private static final long serialVersionUID = 1L;

    NotAHash(String reason) {
      super(reason, null, false, false);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }
}
