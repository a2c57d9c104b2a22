package dev.cordon.backup;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import dev.cordon.CordonException;
import dev.cordon.keys.KeyRing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What backups are sealed under and objects named with, derived from the ring of backups.
 *
 * <p>Promises: what was changed, cut or sealed as something else does not open; a name says nothing
 * of the bytes to who has not the key, and the same bytes have the same name. Promises not: to hide
 * sizes, or that two backups hold the same bytes.
 */
final class BackupKeys {

  private static final int SEGMENT_BYTES = 1 << 20;
  private static final int SMALL_SEGMENT_BYTES = 1 << 16;
  private static final int SMALL_BYTES = SMALL_SEGMENT_BYTES - 100;
  private static final String HMAC = "HmacSha256";

  private final AesGcmHkdfStreaming large;
  private final AesGcmHkdfStreaming small;
  private final byte[] names;

  private BackupKeys(AesGcmHkdfStreaming large, AesGcmHkdfStreaming small, byte[] names) {
    this.large = large;
    this.small = small;
    this.names = names;
  }

  /** From the ring; its first version stays for all backups, so that equal bytes meet. */
  static BackupKeys of(KeyRing ring) {
    int version = ring.versions().getFirst();
    return new BackupKeys(
        stream(ring.derive(version, "backup sealing"), SEGMENT_BYTES),
        stream(ring.derive(version, "backup sealing of small files"), SMALL_SEGMENT_BYTES),
        ring.derive(version, "backup names"));
  }

  private static AesGcmHkdfStreaming stream(byte[] key, int segmentBytes) {
    try {
      return new AesGcmHkdfStreaming(key, HMAC, KeyRing.KEY_SIZE_BYTES, segmentBytes, 0);
    } catch (GeneralSecurityException impossible) {
      throw new CordonException("this Java can not encrypt with AES-GCM", impossible);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /** A small file takes a small segment, so that thousands of them take little memory. */
  private AesGcmHkdfStreaming stream(long size) {
    return size <= SMALL_BYTES ? small : large;
  }

  /**
   * A channel whose bytes are sealed into another, for one purpose.
   *
   * @param size how many bytes it will be; anything large when that is not known and not small
   */
  WritableByteChannel sealing(WritableByteChannel sealed, String purpose, long size)
      throws IOException {
    try {
      return stream(size).newEncryptingChannel(sealed, context(purpose));
    } catch (GeneralSecurityException impossible) {
      throw new CordonException("this Java can not encrypt with AES-GCM", impossible);
    }
  }

  /** A channel that opens what was sealed so; damage is an IOException. */
  ReadableByteChannel opening(ReadableByteChannel sealed, String purpose, long size)
      throws IOException {
    try {
      return stream(size).newDecryptingChannel(sealed, context(purpose));
    } catch (GeneralSecurityException impossible) {
      throw new CordonException("this Java can not decrypt with AES-GCM", impossible);
    }
  }

  /** How many bytes that many are when sealed. */
  long sealedSize(long size) {
    return stream(size).expectedCiphertextSize(size);
  }

  /** The name of an object, 64 hex digits. */
  String name(Content content) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(names, HMAC));
      mac.update(HexFormat.of().parseHex(content.sha256()));
      mac.update(ByteBuffer.allocate(Long.BYTES).putLong(content.size()).flip());
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HMAC", impossible);
    }
  }

  private static byte[] context(String purpose) {
    return ("cordon backup " + purpose).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "BackupKeys[hidden]";
  }
}
