package dev.cordon.formats.dumps;

import dev.cordon.formats.BoundedLines;
import dev.cordon.formats.LineSource;
import dev.cordon.formats.Text;
import dev.cordon.formats.WideLines;
import dev.cordon.formats.content.CharsetJudge;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The lines of a CSV file and how their bytes become text; both found out by its first bytes. */
final class CsvText {

  private static final int HEAD_BYTES = 1 << 18;
  private static final Charset FALLBACK = Charset.forName("windows-1252");

  private final LineSource lines;
  private final CharsetJudge.Verdict verdict;

  private CsvText(LineSource lines, CharsetJudge.Verdict verdict) {
    this.lines = lines;
    this.verdict = verdict;
  }

  static CsvText of(InputStream stream, int lineLimit) throws IOException {
    BufferedInputStream start = new BufferedInputStream(stream, HEAD_BYTES + 1);
    start.mark(HEAD_BYTES + 1);
    byte[] head = start.readNBytes(HEAD_BYTES);
    start.reset();
    CharsetJudge.Verdict verdict = CharsetJudge.judge(head);
    start.skipNBytes(verdict.markBytes());
    long offset = verdict.markBytes();
    if (verdict.isWide()) {
      boolean big = verdict.charset().equals(StandardCharsets.UTF_16BE);
      return new CsvText(new WideLines(start, big, lineLimit, offset), verdict);
    }
    InputStream ended = hasOnlyCarriageReturns(head) ? new CarriageReturns(start) : start;
    return new CsvText(new BoundedLines(ended, lineLimit, offset), verdict);
  }

  LineSource lines() {
    return lines;
  }

  CharsetJudge.Verdict verdict() {
    return verdict;
  }

  /** A line's bytes as text: as UTF-8 where they are valid, else in the file's character set. */
  Text text(byte[] bytes) {
    Text text = Text.of(bytes);
    boolean other =
        text.isWindows1252() && !verdict.isWide() && !verdict.charset().equals(FALLBACK);
    return other && !verdict.charset().equals(StandardCharsets.UTF_8)
        ? new Text(new String(bytes, verdict.charset()), false)
        : text;
  }

  private static boolean hasOnlyCarriageReturns(byte[] head) {
    boolean any = false;
    for (byte next : head) {
      if (next == '\n') {
        return false;
      }
      any |= next == '\r';
    }
    return any;
  }

  /** Lines that end in carriage returns alone; lengths stay as they are. */
  private static final class CarriageReturns extends FilterInputStream {

    CarriageReturns(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      return next == '\r' ? '\n' : next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = in.read(target, offset, length);
      for (int index = offset; index < offset + count; index++) {
        if (target[index] == '\r') {
          target[index] = '\n';
        }
      }
      return count;
    }
  }
}
