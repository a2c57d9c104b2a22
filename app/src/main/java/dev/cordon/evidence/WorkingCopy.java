package dev.cordon.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An image of a medium, to work on in its place. The image lies with its keeper; here are its
 * digests.
 *
 * @param number its number among the exhibit's copies, from 1
 * @param format how the image is written: raw, E01, AFF4…
 * @param sha256 of the image
 * @param mediumSha256 of the medium while it was read
 * @param checks how often it was checked
 * @param heldAt when a check last found it unchanged
 * @param differsAt when a check first found that it differs; from then on it is not used
 */
public record WorkingCopy(
    UUID id,
    int number,
    String format,
    String tool,
    long sizeBytes,
    String sha256,
    String mediumSha256,
    String keptAt,
    String madeBy,
    Instant madeAt,
    int checks,
    @Nullable Instant heldAt,
    @Nullable Instant differsAt) {

  /** Whether work on it is stopped. */
  public boolean isStopped() {
    return differsAt != null;
  }
}
