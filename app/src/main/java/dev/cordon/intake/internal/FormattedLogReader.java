package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.weblogs.FormattedLogParser;
import dev.cordon.formats.weblogs.LogField;
import dev.cordon.formats.weblogs.LogHandler;
import dev.cordon.formats.weblogs.LogLine;
import dev.cordon.formats.weblogs.W3cLogParser;
import dev.cordon.intake.AccessRecord;
import dev.cordon.intake.Balance;
import dev.cordon.intake.Origin;
import dev.cordon.intake.RecordedTime;
import dev.cordon.intake.SelectorRecord;
import dev.cordon.intake.selectors.NormalValue;
import dev.cordon.intake.selectors.Normaliser;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log whose form is told: a server's own format, or the W3C extended form, which names its
 * fields itself. Taken are address, time, method and program; what a proxy says the address was is
 * a selector of its own, for anybody can write it.
 */
public final class FormattedLogReader implements SourceReader, LogHandler {

  private final Part part;
  private final @Nullable LogForm form;
  private final LogLines lines;

  /** For one part; without a format in W3C extended form. */
  public FormattedLogReader(Part part, @Nullable LogForm form) {
    this.part = part;
    this.form = form;
    this.lines = new LogLines(part);
  }

  @Override
  public List<String> read(PartBytes bytes) throws IOException {
    LogForm given = form;
    if (given == null) {
      W3cLogParser.parse(bytes.stream(), this);
      return List.of();
    }
    FormattedLogParser.parse(bytes.stream(), given.format(), this);
    return given.how() == LogForm.How.PROPOSED
        ? List.of(
            part.title()
                + " is read as a log by the look of its lines ("
                + String.join(", ", given.format().fields())
                + "); tell its log_format in the facts to be sure")
        : List.of();
  }

  @Override
  public void line(LogLine line) {
    String forwarded = line.field(LogField.FORWARDED_FOR);
    String address = line.field(LogField.ADDRESS);
    boolean isBlank = address == null || lines.output().normaliser().ip(address) == null;
    if (isBlank && forwarded == null && line.time() == null && isBlank(line.timeText())) {
      lines.unmapped(line.position());
      return;
    }
    Origin origin = lines.stored(line.position(), null);
    RecordedTime time = time(origin, line);
    String agent = line.field(LogField.AGENT);
    String action = LogLines.action(method(line));
    String program = agent == null ? null : lines.program(agent);
    RecordOutput output = lines.output();
    output.write(
        address == null
            ? new AccessRecord(origin, lines.nobody(), null, time, action, program)
            : AccessRecord.of(
                origin, lines.nobody(), output.normaliser(), address, time, action, program));
    if (forwarded != null) {
      forwarded(origin, forwarded, time);
    }
  }

  private void forwarded(Origin origin, String forwarded, RecordedTime time) {
    for (NormalValue one : lines.output().normaliser().addresses(forwarded)) {
      String address = Objects.requireNonNull(one.value());
      lines
          .output()
          .write(
              new SelectorRecord(
                  origin,
                  lines.nobody(),
                  "IP_FORWARDED",
                  address,
                  one,
                  Normaliser.VERSION,
                  null,
                  time,
                  "forwarded for"));
    }
  }

  private RecordedTime time(Origin origin, LogLine line) {
    OffsetDateTime time = line.time();
    return time == null
        ? lines.time(origin, line.timeText())
        : lines.time(time.toInstant(), String.valueOf(line.timeText()));
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
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
    return form == null ? "W3C log" : "access log in a form of its own";
  }
}
