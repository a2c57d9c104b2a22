package dev.cordon.intake.internal;

import dev.cordon.formats.profiles.Mapping;
import dev.cordon.intake.FactRecord;
import dev.cordon.intake.Holder;
import dev.cordon.intake.Origin;
import dev.cordon.intake.selectors.NormalValue;
import dev.cordon.intake.selectors.Normaliser;
import org.jspecify.annotations.Nullable;

/** A fact in a column. */
final class FactPiece implements Piece {

  private static final int LONGEST = 1024;

  /** Longer text is left in the sealed source: it is no fact, and may be anything. */
  private static final NormalValue TOO_LONG = new NormalValue(null, "too-long");

  private final RecordOutput output;
  private final String kind;
  private final Expression column;
  private final @Nullable TimeExpression at;

  FactPiece(Mapping.Fact fact, Columns columns, RecordOutput output) {
    this.output = output;
    this.kind = fact.kind();
    this.column = java.util.Objects.requireNonNull(Expression.of(fact.column(), columns));
    this.at = TimeExpression.of(fact.at(), columns);
  }

  @Override
  public void write(Origin origin, Holder holder, RowScope scope) {
    String raw = column.value(scope);
    if (raw == null) {
      return;
    }
    boolean isTooLong = raw.length() > LONGEST;
    output.write(
        new FactRecord(
            origin,
            holder,
            kind,
            isTooLong ? "" : raw,
            isTooLong ? TOO_LONG : output.normaliser().normalFact(kind, raw),
            Normaliser.VERSION,
            TimeExpression.read(at, origin, scope, output)));
  }
}
