package dev.cordon.decoder;

import java.util.List;
import java.util.Optional;

/**
 * What came of one file.
 *
 * @param frames its picture, or the frames of a video in their order; may be there although there
 *     is a reason, where a video broke off
 * @param reason why it was not decoded, or not to its end; empty when it was
 * @param warning what the decoder met and went on; empty when nothing
 */
public record Decoded(List<DecodedFrame> frames, String reason, String warning) {

  /** Copies the list. */
  public Decoded {
    frames = List.copyOf(frames);
  }

  /** The picture, or the first frame. */
  public Optional<DecodedFrame> first() {
    return frames.isEmpty() ? Optional.empty() : Optional.of(frames.getFirst());
  }
}
