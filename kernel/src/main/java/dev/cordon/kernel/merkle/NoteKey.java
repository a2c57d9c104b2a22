package dev.cordon.kernel.merkle;

import dev.cordon.kernel.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A name and a key that notes are checked with (C2SP signed-note, "vkey"): Ed25519, or a witness's
 * key of either type of tlog-cosignature.
 *
 * <p>Promises: the id ties the name to the key and its type. Does not promise that the key is the
 * right one: that is for whoever hands it over.
 */
public final class NoteKey {

  static final int ID_SIZE_BYTES = 4;

  private static final int LONGEST_NAME = 255;

  private final String name;
  private final SignatureType type;
  private final byte[] key;
  private final byte[] id;

  private NoteKey(String name, SignatureType type, byte[] key) {
    this.name = name;
    this.type = type;
    this.key = key;
    this.id = id(name, type, key);
  }

  /** The Ed25519 key of that name. */
  public static NoteKey of(String name, PublicKey key) {
    return of(name, SignatureType.ED25519, key);
  }

  /** The key of that name and type. */
  public static NoteKey of(String name, SignatureType type, PublicKey key) {
    return new NoteKey(checkedName(name), type, type.bare(key));
  }

  /** Read from its text form, {@code name+id+base64}. */
  public static NoteKey parse(String text) {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length != 3) {
      throw new ProofException(Check.FORM, "a note key has the form NAME+ID+KEY");
    }
    String name = checkedName(parts[0]);
    byte[] typed = decode(parts[2]);
    if (typed.length == 0) {
      throw new ProofException(Check.FORM, "the key of " + name + " is empty");
    }
    SignatureType type = SignatureType.of(typed[0]);
    if (typed.length != type.keySizeBytes() + 1) {
      throw new ProofException(
          Check.FORM,
          "a key of this type has "
              + type.keySizeBytes()
              + " bytes, that of "
              + name
              + " "
              + (typed.length - 1));
    }
    NoteKey parsed = new NoteKey(name, type, Arrays.copyOfRange(typed, 1, typed.length));
    if (!HexFormat.of().formatHex(parsed.id).equals(parts[1])) {
      throw new ProofException(Check.FORM, "the id in the key of " + name + " is not its key's");
    }
    return parsed;
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** How it signs. */
  public SignatureType type() {
    return type;
  }

  /** The text form, to hand over. */
  public String text() {
    byte[] typed = new byte[key.length + 1];
    typed[0] = type.code();
    System.arraycopy(key, 0, typed, 1, key.length);
    return name
        + "+"
        + HexFormat.of().formatHex(id)
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  /** Whether both wrap the same key, whatever their names and types. */
  public boolean sharesKeyWith(NoteKey other) {
    return Arrays.equals(key, other.key);
  }

  byte[] id() {
    return id.clone();
  }

  /** Whether a signature line's bytes, without the id, are this key's over the text. */
  boolean verifies(String text, byte[] signature) {
    if (!type.isCosignature()) {
      return type.verifies(key, text.getBytes(StandardCharsets.UTF_8), signature);
    }
    if (signature.length <= Long.BYTES) {
      return false;
    }
    long seconds = secondsOf(signature);
    byte[] bare = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
    return seconds >= leastSeconds()
        && CosignedMessage.of(type, name, seconds, text)
            .filter(message -> type.verifies(key, message, bare))
            .isPresent();
  }

  /** A log that signs with ML-DSA-44 need not state a time; a witness must. */
  private int leastSeconds() {
    return type == SignatureType.ML_DSA_44 ? 0 : 1;
  }

  /** The time a cosignature states, in seconds since 1970; negative where it is no time. */
  static long secondsOf(byte[] signature) {
    return ByteBuffer.wrap(signature).getLong();
  }

  static byte[] decode(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
        return bytes;
      }
    } catch (IllegalArgumentException malformed) {
      // Said below, without the text, which nobody has vouched for.
    }
    throw new ProofException(Check.FORM, "base64 that is not canonical");
  }

  static String checkedName(String name) {
    boolean spaced =
        name.codePoints()
            .anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ');
    int length = name.getBytes(StandardCharsets.UTF_8).length;
    if (name.isEmpty() || spaced || name.contains("+") || length > LONGEST_NAME) {
      throw new ProofException(Check.FORM, "a key's name is not empty and has no space and no +");
    }
    return name;
  }

  private static byte[] id(String name, SignatureType type, byte[] key) {
    byte[] digest =
        Sha256.of((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {type.code()}, key);
    return Arrays.copyOf(digest, ID_SIZE_BYTES);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NoteKey that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(id);
  }

  @Override
  public String toString() {
    return text();
  }
}
