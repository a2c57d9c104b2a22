package dev.cordon.evidence;

import dev.cordon.RefusedException;
import java.time.Instant;

/** A working copy about to be registered; the components are those of {@link WorkingCopy}. */
public record NewCopy(
    String format,
    String tool,
    long sizeBytes,
    String sha256,
    String mediumSha256,
    String keptAt,
    String madeBy,
    Instant madeAt) {

  /** Takes digests as tools print them. */
  public NewCopy {
    sha256 = NewDigest.Sha256Words.checked(sha256);
    mediumSha256 = NewDigest.Sha256Words.checked(mediumSha256);
    if (sizeBytes < 0) {
      throw new RefusedException("An image has 0 bytes or more, not " + sizeBytes + ".");
    }
  }
}
