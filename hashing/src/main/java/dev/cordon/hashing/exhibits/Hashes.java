package dev.cordon.hashing.exhibits;

import dev.cordon.decoder.DecodedFrame;
import dev.cordon.formats.marks.Marks;
import dev.cordon.kernel.digest.Digests;
import java.util.List;
import java.util.Optional;

/**
 * What came of one file.
 *
 * @param digests none where it could not be read
 * @param frames its picture or the frames of a video; empty where nothing was decoded
 * @param reason why something is missing; empty when nothing is
 * @param warning what was met and passed over; empty when nothing
 * @param marks what its file says of its origin; none where that was not read
 */
record Hashes(
    Optional<Digests> digests,
    List<DecodedFrame> frames,
    String reason,
    String warning,
    Optional<Marks> marks) {

  static Hashes none(String reason) {
    return new Hashes(Optional.empty(), List.of(), reason, "", Optional.empty());
  }
}
