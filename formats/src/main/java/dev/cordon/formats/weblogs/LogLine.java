package dev.cordon.formats.weblogs;

import dev.cordon.formats.Position;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a log in any form: its fields by name, escapes undone. Names are those of {@link
 * LogField} where the meaning is known, else the server's own. A dash, which means nothing, is left
 * out.
 *
 * @param time the time where the line gives it with its offset, or the form says it is UTC
 * @param timeText the time as written
 */
public record LogLine(
    Position position,
    Map<String, String> fields,
    @Nullable OffsetDateTime time,
    @Nullable String timeText) {

  /** The field's value, or null. */
  public @Nullable String field(LogField field) {
    return fields.get(field.word());
  }
}
