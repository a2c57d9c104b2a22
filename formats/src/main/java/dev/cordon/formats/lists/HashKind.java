package dev.cordon.formats.lists;

import java.util.Locale;
import java.util.Optional;

/** A hash this software computes itself and therefore compares. */
public enum HashKind {
  /** MD5, 128 bits. */
  MD5(16),
  /** SHA-1, 160 bits. */
  SHA1(20),
  /** SHA-256, 256 bits. */
  SHA256(32),
  /** PDQ, 256 bits, perceptual. */
  PDQ(32);

  private final int bytes;

  HashKind(int bytes) {
    this.bytes = bytes;
  }

  /** How many bytes it has. */
  public int bytes() {
    return bytes;
  }

  /** The lower-case name, as {@code sha1}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind a name of a column, field or exchange type tells; nothing for those of vendors. */
  public static Optional<HashKind> named(String name) {
    return switch (ListField.plain(name).replaceFirst("^(hash|video|image)", "")) {
      case "md5" -> Optional.of(MD5);
      case "sha1" -> Optional.of(SHA1);
      case "sha256" -> Optional.of(SHA256);
      case "pdq", "pdqhash" -> Optional.of(PDQ);
      default -> Optional.empty();
    };
  }
}
