package dev.cordon.intake.internal;

import dev.cordon.formats.FormatException;
import dev.cordon.intake.Origin;
import dev.cordon.intake.RecordedTime;
import dev.cordon.intake.selectors.Times;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds a time, {@code column|unix}, {@code |utc}, {@code |local}, {@code |auto},
 * another of {@link Times.Kind}, or a zone of its own, {@code |Europe/Oslo}.
 */
final class TimeExpression {

  private final Expression column;
  private final String name;
  private final Times.Kind kind;
  private final @Nullable ZoneId own;
  private String table = "";
  private @Nullable Times times;

  private TimeExpression(Expression column, String name, Times.Kind kind, @Nullable ZoneId own) {
    this.column = column;
    this.name = name;
    this.kind = kind;
    this.own = own;
  }

  static @Nullable TimeExpression of(@Nullable String text, Columns columns) {
    Expression column = Expression.of(text, columns);
    if (text == null || column == null) {
      return null;
    }
    String written = columns.written(text.substring(0, text.indexOf('|')));
    if (column.filter().indexOf('/') > 0) {
      return new TimeExpression(column, written, Times.Kind.LOCAL, zone(column.filter()));
    }
    Times.Kind kind = Times.Kind.ofFilter(column.filter());
    if (kind == null) {
      throw new FormatException("the profile names no kind of time in " + text);
    }
    return new TimeExpression(column, written, kind, null);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new FormatException("the profile names no known zone: " + name, unknown);
    }
  }

  static RecordedTime read(
      @Nullable TimeExpression expression, Origin origin, RowScope scope, RecordOutput output) {
    return expression == null ? RecordedTime.NONE : expression.read(origin, scope, output);
  }

  private RecordedTime read(Origin origin, RowScope scope, RecordOutput output) {
    Times rules = times;
    if (rules == null || !table.equals(origin.table())) {
      rules = output.times().column(origin.table(), name, own);
      times = rules;
      table = origin.table();
    }
    return rules.read(origin.row(), column.raw(scope), kind);
  }
}
