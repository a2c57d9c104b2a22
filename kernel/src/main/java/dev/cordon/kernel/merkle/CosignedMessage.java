package dev.cordon.kernel.merkle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The bytes a cosignature is over (C2SP tlog-cosignature, "signed message"). ML-DSA-44 signs a
 * structure of name, time, origin, size and root; a text with lines after the root has no such
 * message here, since nothing would vouch for those lines.
 */
final class CosignedMessage {

  private static final String HEADER = "cosignature/v1\ntime ";
  private static final byte[] LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);
  private static final int LARGEST_TEXT_BYTES = 255;

  private CosignedMessage() {}

  /** The message over a checkpoint's text at a time; none where the text is no checkpoint. */
  static Optional<byte[]> of(SignatureType type, String name, long seconds, String text) {
    try {
      Checkpoint checkpoint = Checkpoint.parse(text);
      if (type == SignatureType.COSIGNATURE) {
        return Optional.of((HEADER + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8));
      }
      return checkpoint.text().equals(text)
          ? Optional.of(structure(name, seconds, checkpoint))
          : Optional.empty();
    } catch (ProofException noCheckpoint) {
      return Optional.empty();
    }
  }

  private static byte[] structure(String name, long seconds, Checkpoint checkpoint) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(LABEL);
    write(message, name);
    message.writeBytes(number(seconds));
    write(message, checkpoint.origin());
    message.writeBytes(number(0));
    message.writeBytes(number(checkpoint.size()));
    message.writeBytes(checkpoint.root().bytes());
    return message.toByteArray();
  }

  private static void write(ByteArrayOutputStream message, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LARGEST_TEXT_BYTES) {
      throw new ProofException(Check.FORM, "a name in a cosignature has at most 255 bytes");
    }
    message.write(bytes.length);
    message.writeBytes(bytes);
  }

  private static byte[] number(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }
}
