package dev.cordon.hashing.review;

import dev.cordon.kernel.digest.Digests;
import dev.cordon.kernel.hamming.Code256;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A line of an inventory.
 *
 * @param codes perceptual hashes good enough to be compared: its picture's, or those of its frames
 */
record Item(
    long number,
    String place,
    boolean isDeleted,
    Optional<Digests> digests,
    String format,
    int width,
    int height,
    List<Code256> codes,
    String reason,
    JsonNode marks,
    String name) {

  /** Below it, two perceptual hashes are not compared: they say too little. */
  static final int COMPARED_QUALITY = 50;

  /** Whether it was decoded as a picture or video. */
  boolean isMedia() {
    return !format.isEmpty();
  }

  /**
   * Whether nobody can know what it shows: it was not read, or not decoded although it is media.
   */
  boolean isUnknown() {
    return digests.isEmpty() || reason.startsWith("could not be decoded");
  }

  /** The time it says it was taken; empty for none. */
  String taken() {
    return marks.path("taken_says").asString("");
  }

  /** The keyed digest of its camera: the device's, else the model's; empty for none. */
  String camera() {
    JsonNode camera = marks.path("camera");
    return camera.path("device_digest").asString(camera.path("model_digest").asString(""));
  }
}
