package dev.cordon.backup;

import java.util.regex.Pattern;

/**
 * Bytes, known by their digest.
 *
 * @param sha256 64 lower-case hex digits
 * @param size in bytes
 */
record Content(String sha256, long size) {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  Content {
    if (!DIGEST.matcher(sha256).matches() || size < 0) {
      throw new IllegalArgumentException("no digest or size: " + sha256 + " " + size);
    }
  }
}
