package dev.cordon.intake;

import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.content.UnpackedStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;

/**
 * Looks into a sealed source where rows lie, in one way through it, and gives no more of them than
 * length and keyed digest. Memory does not grow with the rows; the way ends after a time.
 */
final class SourceSlices {

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream stream;
  private final long deadline;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private long at;

  private SourceSlices(InputStream stream, Duration atMost) {
    this.stream = stream;
    this.deadline = System.nanoTime() + atMost.toNanos();
  }

  /** Where a row lies in the unpacked source. */
  record Slice(long byteOffset, long length) {}

  /**
   * The masks of those slices that are reached in time.
   *
   * @param sealed the source's bytes, as received; closed here
   */
  static Map<Slice, MaskedValue> mask(
      InputStream sealed, List<Slice> slices, byte[] key, Duration atMost) throws IOException {
    List<Slice> inOrder = new ArrayList<>(slices);
    inOrder.sort(Comparator.comparingLong(Slice::byteOffset));
    Map<Slice, MaskedValue> masks = new HashMap<>();
    try (InputStream raw = sealed;
        UnpackedStream unpacked = UnpackedStream.of(raw, PackedLimits.STANDARD)) {
      SourceSlices reader = new SourceSlices(unpacked, atMost);
      for (Slice slice : inOrder) {
        if (!reader.reach(slice.byteOffset())) {
          break;
        }
        Mac mac = MaskedValue.mac(key);
        if (!reader.feed(slice.length(), mac)) {
          break;
        }
        masks.put(slice, new MaskedValue(slice.length(), MaskedValue.shortened(mac.doFinal())));
      }
    }
    return masks;
  }

  /** Whether the place was reached; one that lies behind is not. */
  private boolean reach(long offset) throws IOException {
    return offset >= at && feed(offset - at, null);
  }

  private boolean feed(long bytes, @org.jspecify.annotations.Nullable Mac mac) throws IOException {
    long left = bytes;
    while (left > 0) {
      int read = stream.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0 || System.nanoTime() - deadline > 0) {
        return false;
      }
      if (mac != null) {
        mac.update(buffer, 0, read);
      }
      left -= read;
      at += read;
    }
    return true;
  }
}
