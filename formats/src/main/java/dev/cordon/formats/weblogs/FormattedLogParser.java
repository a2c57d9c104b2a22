package dev.cordon.formats.weblogs;

import dev.cordon.formats.BoundedLines;
import dev.cordon.formats.FormatException;
import dev.cordon.formats.Text;
import java.io.IOException;
import java.io.InputStream;

/** Reads a log whose format is given. Lines are bounded; every line is told, read or not. */
public final class FormattedLogParser {

  private FormattedLogParser() {}

  /** Reads the stream to its end and tells the handler what it holds. */
  public static void parse(InputStream stream, LogFormat format, LogHandler handler)
      throws IOException {
    BoundedLines lines = new BoundedLines(stream, AccessLogParser.LINE_LIMIT_BYTES);
    BoundedLines.Line line;
    while ((line = lines.next()) != null) {
      if (line.isDropped()) {
        handler.broken(line.position(), tooLong(line));
        continue;
      }
      LogLine read;
      try {
        if (line.isBlank()) {
          throw new FormatException("is empty");
        }
        read = format.read(Text.of(line.bytes()).value(), line.position());
      } catch (FormatException failure) {
        handler.broken(line.position(), String.valueOf(failure.getMessage()));
        continue;
      }
      handler.line(read);
    }
  }

  static String tooLong(BoundedLines.Line line) {
    return "is longer than "
        + AccessLogParser.LINE_LIMIT_BYTES
        + " bytes (SHA-256 "
        + line.digest()
        + ")";
  }
}
