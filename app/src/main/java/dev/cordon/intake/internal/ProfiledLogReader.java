package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.formats.weblogs.FormattedLogParser;
import dev.cordon.formats.weblogs.LogField;
import dev.cordon.formats.weblogs.LogHandler;
import dev.cordon.formats.weblogs.LogLine;
import dev.cordon.intake.Balance;
import dev.cordon.intake.DuplicateIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a log as a profile says: its fields are columns, and the mappings say what they give. */
public final class ProfiledLogReader implements SourceReader, LogHandler {

  private static final String TABLE = "lines";

  private final Part part;
  private final LogForm form;
  private final Profiles.Match profile;
  private final List<String> columns;
  private final RecordTable table;

  /** For one part, looked through before. */
  public ProfiledLogReader(
      Part part, LogForm form, Profiles.Match profile, Profiles profiles, DuplicateIndex seen) {
    this.part = part;
    this.form = form;
    this.profile = profile;
    this.columns = LogForm.columns(form.format());
    this.table = new RecordTable(part, TABLE, profiles, seen);
  }

  @Override
  public List<String> read(PartBytes bytes) throws IOException {
    table.log(profile, columns);
    FormattedLogParser.parse(bytes.stream(), form.format(), this);
    table.finish();
    return form.how() == LogForm.How.TOLD
        ? List.of()
        : List.of(
            part.title()
                + " is read as a log by the profile "
                + profile.profile().name()
                + ", whose format its lines fit");
  }

  @Override
  public void line(LogLine line) {
    List<@Nullable String> values = new ArrayList<>(columns.size());
    columns.forEach(column -> values.add(value(line, column)));
    table.row(values, line.position(), null);
  }

  @Override
  public void broken(Position position, String reason) {
    table.broken(position, reason);
  }

  /** The time in a form every profile reads, the other fields as they stand. */
  public static @Nullable String value(LogLine line, String column) {
    boolean isTime = column.equals(LogField.TIME.word()) && line.time() != null;
    return isTime ? String.valueOf(line.time()) : line.fields().get(column);
  }

  @Override
  public List<Balance> balances() {
    return List.of(table.balance(part.onlyLine(TABLE), "log line"));
  }

  @Override
  public boolean isReference() {
    return table.isReference();
  }

  @Override
  public String form() {
    return table.product() + " log";
  }
}
