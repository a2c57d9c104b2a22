package dev.cordon.kernel.merkle;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** How a line of a note is signed (C2SP signed-note, tlog-cosignature). */
public enum SignatureType {
  /** Ed25519 over the note's text. */
  ED25519(1, "Ed25519", "302a300506032b6570032100", 32, 64),
  /** Ed25519 over a time and a checkpoint: what a witness says it saw, and when. */
  COSIGNATURE(4, "Ed25519", "302a300506032b6570032100", 32, 64),
  /** ML-DSA-44 (FIPS 204) over a time, a name and a checkpoint; signs nothing but checkpoints. */
  ML_DSA_44(6, "ML-DSA-44", "30820532300b06096086480165030403110382052100", 1312, 2420);

  private final byte code;
  private final String algorithm;
  private final byte[] prefix;
  private final int keySizeBytes;
  private final int signatureSizeBytes;

  SignatureType(
      int code, String algorithm, String prefix, int keySizeBytes, int signatureSizeBytes) {
    this.code = (byte) code;
    this.algorithm = algorithm;
    this.prefix = HexFormat.of().parseHex(prefix);
    this.keySizeBytes = keySizeBytes;
    this.signatureSizeBytes = signatureSizeBytes;
  }

  /** Whether its signatures state a time and are over a checkpoint. */
  public boolean isCosignature() {
    return this != ED25519;
  }

  /** The byte that names it in keys and key ids. */
  byte code() {
    return code;
  }

  /** The JDK's name of the algorithm. */
  String algorithm() {
    return algorithm;
  }

  int keySizeBytes() {
    return keySizeBytes;
  }

  static SignatureType of(byte code) {
    for (SignatureType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new ProofException(
        Check.FORM,
        "a key is of type 1 (Ed25519), 4 (cosignature) or 6 (ML-DSA-44), not "
            + Byte.toUnsignedInt(code));
  }

  /** The bare key in what the JDK encodes. */
  byte[] bare(PublicKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded.length != prefix.length + keySizeBytes
        || !Arrays.equals(encoded, 0, prefix.length, prefix, 0, prefix.length)) {
      throw new ProofException(
          Check.FORM, "a key of this type is an " + algorithm + " key, not " + key.getAlgorithm());
    }
    return Arrays.copyOfRange(encoded, prefix.length, encoded.length);
  }

  /** Whether the bare key signed exactly these bytes. */
  boolean verifies(byte[] key, byte[] message, byte[] signature) {
    if (signature.length != signatureSizeBytes) {
      return false;
    }
    try {
      byte[] encoded = Arrays.copyOf(prefix, prefix.length + key.length);
      System.arraycopy(key, 0, encoded, prefix.length, key.length);
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(
          KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded)));
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException malformed) {
      // A key or signature that is no point or vector of the algorithm verifies nothing.
      return false;
    }
  }
}
