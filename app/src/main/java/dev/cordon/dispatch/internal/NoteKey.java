package dev.cordon.dispatch.internal;

import dev.cordon.CordonException;
import dev.cordon.exchange.ManifestSigner;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * An Ed25519 key that signs notes (C2SP signed-note).
 *
 * <p>Promises: whoever holds the public key can check the text. Does not promise whose key it is:
 * that has to be compared by a second channel.
 */
final class NoteKey implements ManifestSigner {

  private static final byte ED25519 = 1;
  private static final int PUBLIC_KEY_BYTES = 32;

  private final String name;
  private final PrivateKey privateKey;
  private final byte[] publicKey;

  private NoteKey(String name, PrivateKey privateKey, byte[] publicKey) {
    this.name = name;
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /** A new key pair as one line of text, to be kept secret. */
  static String generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] raw = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_KEY_BYTES, encoded.length);
      Base64.Encoder base64 = Base64.getEncoder();
      return base64.encodeToString(pair.getPrivate().getEncoded())
          + "."
          + base64.encodeToString(raw);
    } catch (GeneralSecurityException e) {
      throw new CordonException("This Java has no Ed25519.", e);
    }
  }

  /** Reads what {@link #generate} gave. */
  static NoteKey read(String name, String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 2) {
      throw new CordonException("The signing key " + name + " is damaged; restore its file.");
    }
    try {
      PrivateKey key =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts[0])));
      return new NoteKey(name, key, Base64.getDecoder().decode(parts[1]));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new CordonException("The signing key " + name + " is damaged; restore its file.", e);
    }
  }

  @Override
  public String sign(String text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(privateKey);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      byte[] signed = signature.sign();
      ByteBuffer line = ByteBuffer.allocate(Integer.BYTES + signed.length);
      line.put(keyHash()).put(signed);
      return text
          + "\n\u2014 "
          + name
          + " "
          + Base64.getEncoder().encodeToString(line.array())
          + "\n";
    } catch (GeneralSecurityException e) {
      throw new CordonException("The package can not be signed.", e);
    }
  }

  /** The public key as verifiers take it: name, key hash, key. */
  String verifierKey() {
    ByteBuffer key = ByteBuffer.allocate(1 + publicKey.length).put(ED25519).put(publicKey);
    return "%s+%08x+%s"
        .formatted(
            name,
            ByteBuffer.wrap(keyHash()).getInt(),
            Base64.getEncoder().encodeToString(key.array()));
  }

  private byte[] keyHash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(ED25519);
      digest.update(publicKey);
      return Arrays.copyOf(digest.digest(), Integer.BYTES);
    } catch (GeneralSecurityException e) {
      throw new CordonException("This Java has no SHA-256.", e);
    }
  }
}
