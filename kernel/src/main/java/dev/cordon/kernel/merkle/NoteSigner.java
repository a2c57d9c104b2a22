package dev.cordon.kernel.merkle;

import dev.cordon.kernel.KernelException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * Signs notes with an Ed25519 key of a name (C2SP signed-note).
 *
 * <p>Promises: the same text gives the same note. Does not promise to keep the key: {@link #secret}
 * is the key in the clear, for an owner-only file.
 */
public final class NoteSigner {

  private final NoteKey key;
  private final PrivateKey privateKey;

  private NoteSigner(NoteKey key, PrivateKey privateKey) {
    this.key = key;
    this.privateKey = privateKey;
  }

  /** With a new key. */
  public static NoteSigner generate(String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new NoteSigner(NoteKey.of(name, pair.getPublic()), pair.getPrivate());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has Ed25519", impossible);
    }
  }

  /** Read from what {@link #secret} gave. */
  public static NoteSigner parse(String secret) {
    String[] parts = secret.strip().split(" ", 2);
    if (parts.length != 2) {
      throw new KernelException("a note signer's secret has two parts");
    }
    try {
      PrivateKey privateKey =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts[1])));
      NoteSigner signer = new NoteSigner(NoteKey.parse(parts[0]), privateKey);
      new Note(signer.sign("test\n")).open(signer.key);
      return signer;
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      throw new KernelException("a note signer's secret that is no Ed25519 key", malformed);
    }
  }

  /** The key that checks what this one signs. */
  public NoteKey key() {
    return key;
  }

  /** The private key in the clear. */
  public String secret() {
    return key.text() + " " + Base64.getEncoder().encodeToString(privateKey.getEncoded());
  }

  /** The text, which ends in a line feed, as a signed note. */
  public String sign(String text) {
    Note.requireText(text);
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(privateKey);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      byte[] signed = signature.sign();
      byte[] tagged = new byte[NoteKey.ID_SIZE_BYTES + signed.length];
      System.arraycopy(key.id(), 0, tagged, 0, NoteKey.ID_SIZE_BYTES);
      System.arraycopy(signed, 0, tagged, NoteKey.ID_SIZE_BYTES, signed.length);
      return text
          + "\n"
          + Note.SIGNATURE_START
          + key.name()
          + " "
          + Base64.getEncoder().encodeToString(tagged)
          + "\n";
    } catch (GeneralSecurityException failed) {
      throw new KernelException("could not sign the note", failed);
    }
  }

  /** Without the private key. */
  @Override
  public String toString() {
    return "NoteSigner[" + key.name() + "]";
  }
}
