package dev.cordon.intake.profiles;

import dev.cordon.formats.BoundedLines;
import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import dev.cordon.formats.Text;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.formats.weblogs.LogFormat;
import dev.cordon.formats.weblogs.LogLine;
import dev.cordon.formats.weblogs.LogProposal;
import dev.cordon.intake.internal.LogForm;
import dev.cordon.intake.internal.ProfiledLogReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Samples text of no known form as a log, when most of its lines are built alike. */
final class LogSampler {

  private static final int LINE_BYTES = 64 << 10;

  private final SampleDraft draft;
  private final String prefix;
  private final @Nullable LogForm known;

  /**
   * Samples lines of a format a profile knows, or, without one, of the format they seem to have.
   */
  LogSampler(SampleDraft draft, String prefix, @Nullable LogForm known) {
    this.draft = draft;
    this.prefix = prefix;
    this.known = known;
  }

  private record Held(String text, Position position, long number) {}

  /** Reads to the end: the first lines tell the format, all are held against it. */
  void read(InputStream stream) throws IOException {
    BoundedLines lines = new BoundedLines(stream, LINE_BYTES);
    List<Held> first = new ArrayList<>();
    BoundedLines.Line line = lines.next();
    long number = 1;
    while (line != null && first.size() < draft.limits().rows()) {
      if (!line.isDropped() && !line.isBlank()) {
        first.add(new Held(Text.of(line.bytes()).value(), line.position(), number));
      }
      line = lines.next();
      number++;
    }
    Optional<LogFormat> format = known == null ? format(first) : Optional.of(known.format());
    if (format.isEmpty()) {
      draft.note("It is text whose lines are not built alike; no profile can be proposed.");
      return;
    }
    TableDraft table =
        draft.table(
            prefix + "lines", "log", null, directive(format.get()), LogForm.columns(format.get()));
    if (table == null) {
      return;
    }
    first.forEach(held -> take(table, format.get(), held));
    while (line != null) {
      if (line.isDropped()) {
        table.unreadable(line.position(), "is longer than " + LINE_BYTES + " bytes");
      } else if (!line.isBlank()) {
        take(table, format.get(), new Held(Text.of(line.bytes()).value(), line.position(), number));
      }
      line = lines.next();
      number++;
    }
  }

  private String directive(LogFormat format) {
    Profiles.Match profile = known == null ? null : known.profile();
    String own = profile == null ? null : profile.table().format();
    return own == null ? format.directive() : own;
  }

  /** The proposed format, as its directive will be read again; none where there is none. */
  private static Optional<LogFormat> format(List<Held> lines) {
    try {
      return LogProposal.of(lines.stream().map(Held::text).toList())
          .map(proposal -> LogFormat.of(proposal.format().directive()));
    } catch (FormatException cannotBeWritten) {
      return Optional.empty();
    }
  }

  private void take(TableDraft table, LogFormat format, Held line) {
    LogLine read;
    try {
      read = format.read(line.text(), line.position());
    } catch (FormatException broken) {
      table.unreadable(line.position(), String.valueOf(broken.getMessage()));
      return;
    }
    if (!table.wants() || draft.hides(prefix + "lines", line.number())) {
      return;
    }
    List<SampledValue> values = new ArrayList<>();
    for (String column : table.columns()) {
      values.add(TextValues.of(ProfiledLogReader.value(read, column), draft.limits()));
    }
    table.keep(line.position(), values);
  }
}
