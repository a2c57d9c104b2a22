package dev.cordon.intake.internal;

import dev.cordon.formats.FormatException;
import dev.cordon.intake.RecordedTime;
import dev.cordon.intake.selectors.Times;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds a time, {@code column|unix}, {@code |utc}, {@code |local}, {@code |auto} or a
 * zone of its own, {@code |Europe/Oslo}.
 */
final class TimeExpression {

  private final Expression column;
  private final Times.Kind kind;
  private final @Nullable Times own;

  private TimeExpression(Expression column, Times.Kind kind, @Nullable Times own) {
    this.column = column;
    this.kind = kind;
    this.own = own;
  }

  static @Nullable TimeExpression of(@Nullable String text, Columns columns) {
    Expression column = Expression.of(text, columns);
    if (column == null) {
      return null;
    }
    if (column.filter().indexOf('/') > 0) {
      return new TimeExpression(column, Times.Kind.LOCAL, new Times(zone(column.filter())));
    }
    Times.Kind kind =
        switch (column.filter()) {
          case "unix" -> Times.Kind.UNIX;
          case "utc" -> Times.Kind.UTC;
          case "local" -> Times.Kind.LOCAL;
          case "auto", "iso" -> Times.Kind.AUTO;
          default -> throw new FormatException("the profile names no kind of time in " + text);
        };
    return new TimeExpression(column, kind, null);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new FormatException("the profile names no known zone: " + name, unknown);
    }
  }

  static RecordedTime read(@Nullable TimeExpression expression, RowScope scope, Times times) {
    if (expression == null) {
      return RecordedTime.NONE;
    }
    Times reading = expression.own == null ? times : expression.own;
    return reading.read(expression.column.raw(scope), expression.kind);
  }
}
