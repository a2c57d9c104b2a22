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

  private static final int FEWEST_COLUMNS = 4;

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
    return header != null && (counter.fit() || counter.areMostlyMisfits() && isTable(header))
        ? Optional.of(header.columns())
        : Optional.empty();
  }

  /** Whether nobody would write prose so: many columns, all of them called by a word or three. */
  private static boolean isTable(CsvHeader header) {
    return header.columns().size() >= FEWEST_COLUMNS
        && header.columns().stream()
            .allMatch(name -> name.strip().chars().filter(sign -> sign == ' ').count() <= 2);
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
    private long misfits;

    /** Whether no record, or most, fit the header. */
    boolean fit() {
      return rows >= broken;
    }

    /** Whether most lines are divided as the header is, into more columns or fewer. */
    boolean areMostlyMisfits() {
      return misfits * 2 > broken;
    }

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

    @Override
    public void misfit(Position position, int columns, String reason) {
      broken++;
      misfits += columns > 1 ? 1 : 0;
    }
  }
}
