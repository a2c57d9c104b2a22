package dev.cordon.intake.internal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Keys of rows as text and as digests. */
final class SourceKeys {

  private static final int LONGEST = 200;

  private SourceKeys() {}

  /** The key's values with a slash between them; null where there is no key. */
  static @Nullable String text(RowSource row, int[] key) {
    if (key.length == 0) {
      return null;
    }
    if (key.length == 1) {
      return shortened(row.text(key[0]));
    }
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < key.length; index++) {
      String value = row.text(key[index]);
      text.append(index == 0 ? "" : "/").append(value == null ? "" : value);
    }
    return shortened(text.toString());
  }

  /** Feeds the columns' bytes, each with its length, into the digest. */
  static void update(MessageDigest digest, RowSource row, int[] columns) {
    for (int column : columns) {
      byte[] bytes = row.bytes(column);
      int length = bytes == null ? -1 : bytes.length;
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
      if (bytes != null) {
        digest.update(bytes);
      }
    }
  }

  private static @Nullable String shortened(@Nullable String text) {
    return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
