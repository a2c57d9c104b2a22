package dev.cordon.hashing;

import dev.cordon.decoder.DecodedFrame;
import java.util.Locale;

/** A frame of a video in words: number, quality, hash and time, the form of vPDQ. */
public final class FrameText {

  private FrameText() {}

  /** One JSON object. */
  public static String json(DecodedFrame frame) {
    return String.format(
        Locale.ROOT,
        "{\"frame\":%d,\"pdq_quality\":%d,\"pdq\":\"%s\",\"seconds\":%.3f}",
        frame.number(),
        frame.hash().quality(),
        frame.hash().code().hex(),
        frame.seconds());
  }
}
