package dev.cordon.decoder;

import dev.cordon.kernel.hamming.Code256;
import dev.cordon.kernel.perceptual.PdqHash;
import java.util.List;

/**
 * A picture or a frame of a video, as numbers.
 *
 * @param number of the frame, from 0; 0 for a picture
 * @param seconds since the first frame; 0 for a picture
 * @param width in pixels, as the file has it and not as it was decoded
 * @param height in pixels
 * @param format the form of the file and the coding of its pixels, as {@code jpeg} or {@code
 *     mp4/h264}
 * @param path how the pixels were obtained, on which the last bits of the hash depend
 * @param hash its PDQ
 * @param dihedral the codes of the seven other positions in the order of {@code Dihedral}; empty
 *     unless asked for
 */
public record DecodedFrame(
    long number,
    double seconds,
    int width,
    int height,
    String format,
    String path,
    PdqHash hash,
    List<Code256> dihedral) {

  /** Copies the list. */
  public DecodedFrame {
    dihedral = List.copyOf(dihedral);
  }
}
