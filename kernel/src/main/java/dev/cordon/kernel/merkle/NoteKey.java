package dev.cordon.kernel.merkle;

import dev.cordon.kernel.KernelException;
import dev.cordon.kernel.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A name and an Ed25519 key that notes are checked with (C2SP signed-note, "vkey").
 *
 * <p>Promises: the id ties the name to the key. Does not promise that the key is the right one:
 * that is for whoever hands it over.
 */
public final class NoteKey {

  static final byte ED25519 = 1;
  static final int ID_SIZE_BYTES = 4;

  private static final int KEY_SIZE_BYTES = 32;
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte[] key;
  private final byte[] id;

  private NoteKey(String name, byte[] key) {
    this.name = name;
    this.key = key;
    this.id = id(name, key);
  }

  /** The key of that name. */
  public static NoteKey of(String name, PublicKey key) {
    byte[] encoded = key.getEncoded();
    if (!key.getAlgorithm().equals("EdDSA")
        || encoded.length != X509_PREFIX.length + KEY_SIZE_BYTES) {
      throw new KernelException("a note key is an Ed25519 key, not " + key.getAlgorithm());
    }
    return new NoteKey(
        checkedName(name), Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length));
  }

  /** Read from its text form, {@code name+id+base64}. */
  public static NoteKey parse(String text) {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length != 3) {
      throw new ProofException(Check.FORM, "a note key has the form NAME+ID+KEY");
    }
    byte[] typed = decode(parts[2]);
    if (typed.length != KEY_SIZE_BYTES + 1 || typed[0] != ED25519) {
      throw new ProofException(Check.FORM, "the key of " + parts[0] + " is not an Ed25519 key");
    }
    NoteKey parsed = new NoteKey(checkedName(parts[0]), Arrays.copyOfRange(typed, 1, typed.length));
    if (!HexFormat.of().formatHex(parsed.id).equals(parts[1])) {
      throw new ProofException(
          Check.FORM, "the id in the key of " + parts[0] + " is not its key's");
    }
    return parsed;
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** The text form, to hand over. */
  public String text() {
    byte[] typed = new byte[KEY_SIZE_BYTES + 1];
    typed[0] = ED25519;
    System.arraycopy(key, 0, typed, 1, KEY_SIZE_BYTES);
    return name
        + "+"
        + HexFormat.of().formatHex(id)
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  byte[] id() {
    return id.clone();
  }

  boolean verifies(byte[] text, byte[] signature) {
    try {
      byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_SIZE_BYTES);
      System.arraycopy(key, 0, encoded, X509_PREFIX.length, KEY_SIZE_BYTES);
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      verifier.update(text);
      return verifier.verify(signature);
    } catch (GeneralSecurityException malformed) {
      // A key or signature that is no curve point verifies nothing.
      return false;
    }
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
        name.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    if (name.isEmpty() || spaced || name.contains("+") || name.length() > 255) {
      throw new ProofException(Check.FORM, "a key's name is not empty and has no space and no +");
    }
    return name;
  }

  private static byte[] id(String name, byte[] key) {
    byte[] digest =
        Sha256.of((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {ED25519}, key);
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
