package dev.cordon.formats.dumps;

import dev.cordon.formats.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells CSV from prose by its first lines. */
public final class CsvSniffer {

  private CsvSniffer() {}

  /** Whether these first bytes have a header and mostly records that fit it. */
  public static boolean isCsv(byte[] head) {
    return columns(head).isPresent();
  }

  /** The columns of the first header, when these first bytes are CSV. */
  public static Optional<List<String>> columns(byte[] head) {
    Counter counter = new Counter();
    try {
      CsvParser.parse(new ByteArrayInputStream(wholeLines(head)), counter);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    CsvHeader header = counter.header;
    boolean fits =
        counter.rows >= counter.broken && counter.rows + counter.broken < 1
            || counter.rows > 0 && counter.rows >= counter.broken;
    return header != null && fits ? Optional.of(header.columns()) : Optional.empty();
  }

  private static byte[] wholeLines(byte[] head) {
    int end = head.length;
    while (end > 0 && head[end - 1] != '\n') {
      end--;
    }
    return end == 0 ? head : Arrays.copyOf(head, end);
  }

  private static final class Counter implements CsvHandler {

    private @Nullable CsvHeader header;
    private long rows;
    private long broken;

    @Override
    public void header(CsvHeader found) {
      if (header == null) {
        header = found;
      }
    }

    @Override
    public void row(CsvRow row) {
      rows++;
    }

    @Override
    public void broken(Position position, String reason) {
      broken++;
    }
  }
}
