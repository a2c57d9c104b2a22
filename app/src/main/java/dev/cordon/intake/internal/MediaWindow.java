package dev.cordon.intake.internal;

import dev.cordon.formats.content.MediaJudge;
import dev.cordon.formats.content.MediaKind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Looks for media in everything that is read through it, in windows that overlap. */
final class MediaWindow extends FilterInputStream {

  private static final int OVERLAP_BYTES = 256;
  private static final int WINDOW_BYTES = 1 << 17;

  private final MediaFindings findings;
  private final byte[] window = new byte[WINDOW_BYTES];
  private int filled;
  private long offset;

  MediaWindow(InputStream stream, MediaFindings findings) {
    super(stream);
    this.findings = findings;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int start, int length) throws IOException {
    int count = in.read(target, start, length);
    if (count < 0) {
      look();
      filled = 0;
      return count;
    }
    int taken = 0;
    while (taken < count) {
      int part = Math.min(count - taken, WINDOW_BYTES - filled);
      System.arraycopy(target, start + taken, window, filled, part);
      filled += part;
      taken += part;
      if (filled == WINDOW_BYTES) {
        look();
        System.arraycopy(window, WINDOW_BYTES - OVERLAP_BYTES, window, 0, OVERLAP_BYTES);
        offset += WINDOW_BYTES - OVERLAP_BYTES;
        filled = OVERLAP_BYTES;
      }
    }
    return count;
  }

  private void look() {
    MediaKind found = MediaJudge.judge(window, 0, filled);
    if (found != null) {
      findings.add(found, "near byte " + offset);
    }
  }
}
