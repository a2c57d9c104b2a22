package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.weblogs.FormattedLogParser;
import dev.cordon.formats.weblogs.LogField;
import dev.cordon.formats.weblogs.LogFormat;
import dev.cordon.formats.weblogs.LogHandler;
import dev.cordon.formats.weblogs.LogLine;
import dev.cordon.formats.weblogs.W3cLogParser;
import dev.cordon.intake.AccessRecord;
import dev.cordon.intake.Balance;
import dev.cordon.intake.Origin;
import dev.cordon.intake.RecordedTime;
import dev.cordon.intake.SelectorRecord;
import dev.cordon.intake.selectors.Times;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log whose form is told: a server's own format, or the W3C extended form, which names its
 * fields itself. Taken are address, time, method and program; what a proxy says the address was is
 * a selector of its own, for anybody can write it.
 */
public final class FormattedLogReader implements SourceReader, LogHandler {

  private final Part part;
  private final @Nullable LogFormat format;
  private final LogLines lines;

  /** For one part; without a format in W3C extended form. */
  public FormattedLogReader(Part part, @Nullable LogFormat format) {
    this.part = part;
    this.format = format;
    this.lines = new LogLines(part);
  }

  @Override
  public List<String> read(PartBytes bytes) throws IOException {
    LogFormat given = format;
    if (given == null) {
      W3cLogParser.parse(bytes.stream(), this);
      return List.of();
    }
    FormattedLogParser.parse(bytes.stream(), given, this);
    return part.findings().isProposed()
        ? List.of(
            part.title()
                + " is read as a log by the look of its lines ("
                + String.join(", ", given.fields())
                + "); tell its log_format in the facts to be sure")
        : List.of();
  }

  @Override
  public void line(LogLine line) {
    String forwarded = line.field(LogField.FORWARDED_FOR);
    String address = line.field(LogField.ADDRESS);
    String ip = address == null ? null : lines.output().normaliser().ip(address);
    RecordedTime time = time(line);
    if (ip == null && forwarded == null && time.raw() == null) {
      lines.unmapped(line.position());
      return;
    }
    Origin origin = lines.stored(line.position(), null);
    String agent = line.field(LogField.AGENT);
    lines
        .output()
        .write(
            new AccessRecord(
                origin,
                lines.nobody(),
                ip,
                time,
                LogLines.action(method(line)),
                agent == null ? null : lines.program(agent)));
    if (forwarded != null) {
      forwarded(origin, forwarded, time);
    }
  }

  private void forwarded(Origin origin, String forwarded, RecordedTime time) {
    for (String one : lines.output().normaliser().ips(forwarded)) {
      lines
          .output()
          .write(
              new SelectorRecord(
                  origin, lines.nobody(), "IP_FORWARDED", one, one, time.at(), "forwarded for"));
    }
  }

  private RecordedTime time(LogLine line) {
    if (line.time() != null) {
      return new RecordedTime(line.time().toInstant(), line.timeText(), null);
    }
    return lines.output().times().read(line.timeText(), Times.Kind.AUTO);
  }

  private static String method(LogLine line) {
    String method = line.field(LogField.METHOD);
    String request = line.field(LogField.REQUEST);
    if (method != null || request == null) {
      return method == null ? "" : method;
    }
    int end = request.indexOf(' ');
    return end < 0 ? request : request.substring(0, end);
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
    return format == null ? "W3C log" : "access log in a form of its own";
  }
}
