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
    // Numbers of an agency are a residue of 20, so their last digit is fixed; digits from 7 on lie in other operations.
    long number = (agency + 19) % 20;
    number = number == 0 ? 20 : number;
    return id("packed", number + 20L * random.nextLong(Math.min(400, subjects / 20 - 1)));
  }
}
