package dev.cordon.intake.internal;

import dev.cordon.formats.FormatException;
import dev.cordon.intake.Origin;
import dev.cordon.intake.RecordedTime;
import dev.cordon.intake.selectors.Times;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds a time, {@code column|unix}, {@code |utc}, {@code |local}, {@code |auto} or
 * another of {@link Times.Kind}.
 */
final class TimeExpression {

  private final Expression column;
  private final String name;
  private final Times.Kind kind;
  private String table = "";
  private @Nullable Times times;

  private TimeExpression(Expression column, String name, Times.Kind kind) {
    this.column = column;
    this.name = name;
    this.kind = kind;
  }

  static @Nullable TimeExpression of(@Nullable String text, Columns columns) {
    Expression column = Expression.of(text, columns);
    if (text == null || column == null) {
      return null;
    }
    Times.Kind kind = Times.Kind.ofFilter(column.filter());
    if (kind == null) {
      throw new FormatException("the profile names no kind of time in " + text);
    }
    return new TimeExpression(column, columns.written(text.substring(0, text.indexOf('|'))), kind);
  }

  static RecordedTime read(
      @Nullable TimeExpression expression, Origin origin, RowScope scope, RecordOutput output) {
    return expression == null ? RecordedTime.NONE : expression.read(origin, scope, output);
  }

  private RecordedTime read(Origin origin, RowScope scope, RecordOutput output) {
    Times rules = times;
    if (rules == null || !table.equals(origin.table())) {
      rules = output.times().column(origin.table(), name);
      times = rules;
      table = origin.table();
    }
    return rules.read(origin.row(), column.raw(scope), kind);
  }
}
