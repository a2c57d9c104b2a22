package dev.cordon.figures;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A figure a member composed; it never changes.
 *
 * @param version of its name; a change makes another one
 * @param ofVersion version of the definition it counts by
 * @param shareVersion version of the definition it is a share of
 * @param composer who composed it
 * @param isOwn whether the reader composed it
 * @param review what the second person said; null while nobody has looked
 */
public record OwnFigure(
    UUID id,
    int version,
    Composition composition,
    int ofVersion,
    @Nullable Integer shareVersion,
    String composer,
    boolean isOwn,
    Instant composedAt,
    @Nullable Review review) {

  /** What a second person said of it. */
  public record Review(boolean agrees, String words, String by, Instant at) {}

  /** Whether it may be published. */
  public boolean mayBePublished() {
    return review != null && review.agrees();
  }
}
