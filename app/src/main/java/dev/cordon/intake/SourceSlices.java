package dev.cordon.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;

/**
 * Looks into a sealed source where rows lie and gives no more of them than length and keyed digest.
 * A source that is not packed is gone into at each place; a packed one is gone through once. Memory
 * does not grow with the rows; the way ends after a time.
 */
final class SourceSlices {

  private static final int BUFFER_BYTES = 1 << 16;

  private final SealedBytes source;
  private final long deadline;
  private final byte[] buffer = new byte[BUFFER_BYTES];

  private SourceSlices(SealedBytes source, Duration atMost) {
    this.source = source;
    this.deadline = System.nanoTime() + atMost.toNanos();
  }

  /** Where a row lies in the unpacked source. */
  record Slice(long byteOffset, long length) {}

  /** The masks of those slices that are reached in time. */
  static Map<Slice, MaskedValue> mask(
      SealedBytes source, List<Slice> slices, byte[] key, Duration atMost) throws IOException {
    List<Slice> inOrder = new ArrayList<>(slices);
    inOrder.sort(Comparator.comparingLong(Slice::byteOffset));
    Map<Slice, MaskedValue> masks = new HashMap<>();
    SourceSlices reader = new SourceSlices(source, atMost);
    for (Slice slice : inOrder) {
      if (!source.goTo(slice.byteOffset(), reader.deadline)) {
        break;
      }
      Mac mac = MaskedValue.mac(key);
      if (!reader.feed(slice.length(), mac)) {
        break;
      }
      masks.put(slice, new MaskedValue(slice.length(), MaskedValue.shortened(mac.doFinal())));
    }
    return masks;
  }

  private boolean feed(long bytes, Mac mac) throws IOException {
    long left = bytes;
    while (left > 0) {
      int read = source.read(buffer, (int) Math.min(buffer.length, left));
      if (read < 0 || System.nanoTime() - deadline > 0) {
        return false;
      }
      mac.update(buffer, 0, read);
      left -= read;
    }
    return true;
  }
}
