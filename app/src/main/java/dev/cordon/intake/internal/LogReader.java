package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.weblogs.AccessLogHandler;
import dev.cordon.formats.weblogs.AccessLogLine;
import dev.cordon.formats.weblogs.AccessLogParser;
import dev.cordon.intake.AccessRecord;
import dev.cordon.intake.Balance;
import dev.cordon.intake.Origin;
import java.io.IOException;
import java.util.List;

/** Reads an access log. Of a request only address, time, method and program are taken. */
public final class LogReader implements SourceReader, AccessLogHandler {

  private final LogLines lines;

  /** For one part, looked through before. */
  public LogReader(Part part) {
    this.lines = new LogLines(part);
  }

  @Override
  public List<String> read(PartBytes bytes) throws IOException {
    AccessLogParser.parse(bytes.stream(), this);
    return List.of();
  }

  @Override
  public void request(AccessLogLine line) {
    Origin origin = lines.stored(line.position(), null);
    RecordOutput output = lines.output();
    output.write(
        AccessRecord.of(
            origin,
            lines.nobody(),
            output.normaliser(),
            line.host(),
            lines.time(line.time().toInstant(), line.timeText()),
            LogLines.action(line.method()),
            lines.program(line.agent())));
  }

  @Override
  public void broken(Position position, String reason) {
    lines.broken(position, reason);
  }

  @Override
  public List<Balance> balances() {
    return List.of(lines.balance());
  }

  @Override
  public String form() {
    return "access log";
  }
}
