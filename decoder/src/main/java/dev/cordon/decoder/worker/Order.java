package dev.cordon.decoder.worker;

import dev.cordon.decoder.Wire;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * What the parent wants of a file.
 *
 * @param size of the file in bytes
 * @param reduces whether large JPEGs may be decoded at a part of their size
 * @param wantsDihedral whether the other seven codes are wanted
 * @param intervalMillis between the frames of a video that are hashed
 * @param mostPixels of a picture
 * @param mostFrames of a video
 */
record Order(
    long size,
    boolean reduces,
    boolean wantsDihedral,
    long intervalMillis,
    long mostPixels,
    int mostFrames) {

  /** The next order, after its first byte. */
  static Order read(DataInputStream in) throws IOException {
    long size = in.readLong();
    int flags = in.readUnsignedByte();
    return new Order(
        size,
        (flags & Wire.FLAG_REDUCES) != 0,
        (flags & Wire.FLAG_DIHEDRAL) != 0,
        in.readLong(),
        in.readLong(),
        in.readInt());
  }
}
