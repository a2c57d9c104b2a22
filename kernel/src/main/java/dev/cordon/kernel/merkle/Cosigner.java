package dev.cordon.kernel.merkle;

import dev.cordon.kernel.KernelException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * Cosigns checkpoints with a witness's key (C2SP tlog-cosignature).
 *
 * <p>Promises: signs nothing but checkpoints. Does not look whether a checkpoint is consistent with
 * earlier ones: {@link WitnessRequest} does; and does not keep the key: {@link #secret} is the key
 * in the clear, for an owner-only file.
 */
public final class Cosigner {

  private final NoteKey key;
  private final PrivateKey privateKey;

  private Cosigner(NoteKey key, PrivateKey privateKey) {
    this.key = key;
    this.privateKey = privateKey;
  }

  /** With a new key of a type that cosigns. */
  public static Cosigner generate(String name, SignatureType type) {
    requireCosigning(type);
    try {
      KeyPair pair = KeyPairGenerator.getInstance(type.algorithm()).generateKeyPair();
      return new Cosigner(NoteKey.of(name, type, pair.getPublic()), pair.getPrivate());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has " + type.algorithm(), impossible);
    }
  }

  /** Read from what {@link #secret} gave. */
  public static Cosigner parse(String secret) {
    String[] parts = secret.strip().split(" ", 2);
    if (parts.length != 2) {
      throw new KernelException("a witness's secret has two parts");
    }
    NoteKey key = NoteKey.parse(parts[0]);
    requireCosigning(key.type());
    try {
      Cosigner cosigner =
          new Cosigner(
              key,
              KeyFactory.getInstance(key.type().algorithm())
                  .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts[1]))));
      String text = new Checkpoint("test", 0, Hash.EMPTY_ROOT).text();
      new Note(text + "\n" + cosigner.cosign(text, Instant.ofEpochSecond(1))).open(key);
      return cosigner;
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      throw new KernelException("a witness's secret that is no key of its type", malformed);
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

  /**
   * The signature line, ended by a line feed, over a checkpoint's text at that time.
   *
   * @throws ProofException when the text is no checkpoint this type of key can sign
   */
  public String cosign(String text, Instant at) {
    long seconds = at.getEpochSecond();
    if (seconds <= 0) {
      throw new IllegalArgumentException("a cosignature states a time after 1970, not " + at);
    }
    byte[] message =
        CosignedMessage.of(key.type(), key.name(), seconds, text)
            .orElseThrow(() ->
                new ProofException(
                    Check.FORM, "a witness signs checkpoints of three lines and nothing else"));
    try {
      Signature signature = Signature.getInstance(key.type().algorithm());
      signature.initSign(privateKey);
      signature.update(message);
      byte[] signed = signature.sign();
      ByteBuffer tagged =
          ByteBuffer.allocate(NoteKey.ID_SIZE_BYTES + Long.BYTES + signed.length)
              .put(key.id())
              .putLong(seconds)
              .put(signed);
      return Note.SIGNATURE_START
          + key.name()
          + " "
          + Base64.getEncoder().encodeToString(tagged.array())
          + "\n";
    } catch (GeneralSecurityException failed) {
      throw new KernelException("could not cosign the checkpoint", failed);
    }
  }

  private static void requireCosigning(SignatureType type) {
    if (!type.isCosignature()) {
      throw new ProofException(Check.FORM, "a witness's key is of type 4 or 6");
    }
  }

  /** Without the private key. */
  @Override
  public String toString() {
    return "Cosigner[" + key.name() + "]";
  }
}
