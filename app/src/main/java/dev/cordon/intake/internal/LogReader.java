package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.weblogs.AccessLogHandler;
import dev.cordon.formats.weblogs.AccessLogLine;
import dev.cordon.formats.weblogs.AccessLogParser;
import dev.cordon.intake.AccessRecord;
import dev.cordon.intake.Balance;
import dev.cordon.intake.Holder;
import dev.cordon.intake.Origin;
import dev.cordon.intake.selectors.Times;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads an access log. Of a request only address, time, method and program are taken. */
public final class LogReader implements SourceReader, AccessLogHandler {

  private static final String TABLE = "lines";
  private static final int LONGEST = 512;

  private final String name;
  private final RecordOutput output;
  private final Counts counts;
  private final Holder nobody;
  private final Times times;

  /** For one source, judged before. */
  public LogReader(String name, Judgement judgement, RecordOutput output) {
    this.name = name;
    this.output = output;
    this.counts = new Counts(judgement.id(), TABLE, output);
    this.times = output.times().column(TABLE, "time");
    this.nobody = new Holder(output.system(), null, null, null);
  }

  @Override
  public List<String> read(InputStream content) throws IOException {
    AccessLogParser.parse(content, this);
    return List.of();
  }

  @Override
  public void request(AccessLogLine line) {
    Origin origin = counts.next();
    counts.stored(origin, line.position(), null, null);
    String agent = line.agent();
    output.write(
        AccessRecord.of(
            origin,
            nobody,
            output.normaliser(),
            line.host(),
            times.known(line.time().toInstant(), line.timeText()),
            action(line),
            agent.equals("-") ? null : agent.substring(0, Math.min(LONGEST, agent.length()))));
  }

  @Override
  public void broken(Position position, String reason) {
    Origin origin = counts.next();
    counts.quarantined(origin, position, reason);
  }

  @Override
  public List<Balance> balances() {
    return List.of(counts.balance(name, "log line"));
  }

  @Override
  public String form() {
    return "access log";
  }

  private static String action(AccessLogLine line) {
    return switch (line.method()) {
      case "GET" -> "request GET";
      case "POST" -> "request POST";
      case "HEAD" -> "request HEAD";
      default -> "request";
    };
  }
}
