package dev.cordon.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import java.util.UUID;

/** The ids of the invented installation, as fill.sql makes them: a digest of kind and number. */
record Ids(long subjects) {

  static UUID id(String kind, long number) {
    try {
      ByteBuffer bytes =
          ByteBuffer.wrap(
              MessageDigest.getInstance("MD5")
                  .digest((kind + number).getBytes(StandardCharsets.UTF_8)));
      return new UUID(bytes.getLong(), bytes.getLong());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has MD5", impossible);
    }
  }

  /** A subject of the first operation. */
  long some(SplittableRandom random) {
    long number;
    do {
      number = 1 + random.nextLong(subjects);
    } while (number % 10 >= 7);
    return number;
  }

  /** A subject in that agency's package of the first operation: one of its first few. */
  UUID packed(int agency, SplittableRandom random) {
    // Ten numbers in a row are one agency's; those ending in 0 to 6 lie in the first operation.
    long block = random.nextLong(Math.min(70, subjects / 200));
    return id("packed", 200 * block + (agency - 1) * 10L + 1 + random.nextLong(6));
  }
}
