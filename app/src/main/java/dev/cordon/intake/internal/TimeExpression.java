package dev.cordon.intake.internal;

import dev.cordon.formats.FormatException;
import dev.cordon.intake.RecordedTime;
import dev.cordon.intake.selectors.Times;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds a time, {@code column|unix}, {@code |utc}, {@code |local} or {@code |auto}.
 */
final class TimeExpression {

  private final Expression column;
  private final Times.Kind kind;

  private TimeExpression(Expression column, Times.Kind kind) {
    this.column = column;
    this.kind = kind;
  }

  static @Nullable TimeExpression of(@Nullable String text, Columns columns) {
    Expression column = Expression.of(text, columns);
    if (column == null) {
      return null;
    }
    Times.Kind kind =
        switch (column.filter()) {
          case "unix" -> Times.Kind.UNIX;
          case "utc" -> Times.Kind.UTC;
          case "local" -> Times.Kind.LOCAL;
          case "auto", "iso" -> Times.Kind.AUTO;
          default -> throw new FormatException("the profile names no kind of time in " + text);
        };
    return new TimeExpression(column, kind);
  }

  static RecordedTime read(@Nullable TimeExpression expression, RowScope scope, Times times) {
    return expression == null
        ? RecordedTime.NONE
        : times.read(expression.column.raw(scope), expression.kind);
  }
}
