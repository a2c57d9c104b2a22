package dev.cordon.hashing;

import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * What a JPEG says of its colours before its data: the number of components (SOF) and Adobe's mark
 * (APP14). ITU-T T.81, B.1 and B.2; Adobe Technical Note 5116.
 *
 * @param components 1, 3 or 4 usually; 0 where none were declared
 * @param hasAdobeMark whether the mark is there, which says that inks are stored inverted
 * @param transform the mark's transform: 2 for YCCK
 */
record JpegHeader(int components, boolean hasAdobeMark, int transform) {

  private static final int MOST_SEGMENTS = 10_000;
  private static final int START = 0xffd8;
  private static final int APP14 = 0xee;

  boolean hasInks() {
    return components == 4;
  }

  /** Reads from the stream's place, which it restores. */
  static JpegHeader of(ImageInputStream stream) throws IOException {
    stream.mark();
    try {
      return stream.readUnsignedShort() == START ? read(stream) : new JpegHeader(0, false, 0);
    } finally {
      stream.reset();
    }
  }

  private static JpegHeader read(ImageInputStream stream) throws IOException {
    boolean adobe = false;
    int transform = 0;
    for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
      int marker = nextMarker(stream);
      if (isWithoutLength(marker)) {
        continue;
      }
      long next = stream.getStreamPosition() + stream.readUnsignedShort();
      if (isFrame(marker)) {
        stream.skipBytes(5);
        return new JpegHeader(stream.readUnsignedByte(), adobe, transform);
      }
      if (marker == APP14 && next - stream.getStreamPosition() >= 12) {
        adobe = isAdobe(stream);
        stream.skipBytes(6);
        transform = stream.readUnsignedByte();
      }
      stream.seek(next);
    }
    throw new IOException("no frame within the first " + MOST_SEGMENTS + " segments");
  }

  private static int nextMarker(ImageInputStream stream) throws IOException {
    int value = stream.readUnsignedByte();
    while (value != 0xff) {
      value = stream.readUnsignedByte();
    }
    while (value == 0xff) {
      value = stream.readUnsignedByte();
    }
    return value;
  }

  private static boolean isWithoutLength(int marker) {
    return marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= 0xd8);
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static boolean isAdobe(ImageInputStream stream) throws IOException {
    byte[] name = new byte[5];
    stream.readFully(name);
    return new String(name, java.nio.charset.StandardCharsets.US_ASCII).equals("Adobe");
  }
}
