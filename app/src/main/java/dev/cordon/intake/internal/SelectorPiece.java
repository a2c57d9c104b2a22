package dev.cordon.intake.internal;

import dev.cordon.formats.profiles.Mapping;
import dev.cordon.intake.Holder;
import dev.cordon.intake.Origin;
import dev.cordon.intake.RecordedTime;
import dev.cordon.intake.SelectorRecord;
import dev.cordon.intake.selectors.NormalValue;
import dev.cordon.intake.selectors.Normaliser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A selector in a column. */
final class SelectorPiece implements Piece {

  private static final int LONGEST = 1024;

  /** Longer text is left in the sealed source: it is no selector, and may be anything. */
  private static final NormalValue TOO_LONG = new NormalValue(null, "too-long");

  private final RecordOutput output;
  private final String kind;
  private final String context;
  private final Expression column;
  private final @Nullable Expression country;
  private final @Nullable TimeExpression at;
  private final @Nullable String like;

  SelectorPiece(Mapping.Selector selector, Columns columns, RecordOutput output) {
    this.output = output;
    this.kind = selector.kind();
    String given = selector.context();
    this.context = given == null ? selector.column() : given;
    this.column = java.util.Objects.requireNonNull(Expression.of(selector.column(), columns));
    this.country = Expression.of(selector.country(), columns);
    this.at = TimeExpression.of(selector.at(), columns);
    this.like = selector.like();
  }

  @Override
  public void write(Origin origin, Holder holder, RowScope scope) {
    String raw = column.value(scope);
    if (raw == null || like != null && !Condition.isLike(like, raw)) {
      return;
    }
    RecordedTime time = TimeExpression.read(at, origin, scope, output);
    if (raw.length() > LONGEST) {
      write(origin, holder, kind, "", TOO_LONG, null, time);
      return;
    }
    if (kind.equals("IP")) {
      writeAddresses(origin, holder, raw, time);
      return;
    }
    String hint = country == null ? null : country.value(scope);
    NormalValue normal = output.normaliser().normalSelector(kind, raw, hint);
    write(origin, holder, kind, raw, normal, hint, time);
    if (kind.equals("HANDLE")) {
      NormalValue skeleton = output.normaliser().normalSelector("HANDLE_SKELETON", raw, null);
      if (skeleton.value() != null && !skeleton.value().equals(normal.value())) {
        write(origin, holder, "HANDLE_SKELETON", raw, skeleton, null, time);
      }
    }
  }

  /** The first of a list is the client, the others passed the request on. */
  private void writeAddresses(Origin origin, Holder holder, String raw, RecordedTime time) {
    write(origin, holder, "IP", raw, output.normaliser().address(raw), null, time);
    List<NormalValue> addresses = output.normaliser().addresses(raw);
    for (int index = 1; index < addresses.size(); index++) {
      NormalValue one = addresses.get(index);
      String address = java.util.Objects.requireNonNull(one.value());
      write(origin, holder, "IP_FORWARDED", address, one, null, time);
    }
  }

  private void write(
      Origin origin,
      Holder holder,
      String ofKind,
      String raw,
      NormalValue normal,
      @Nullable String hint,
      RecordedTime time) {
    output.write(
        new SelectorRecord(
            origin, holder, ofKind, raw, normal, Normaliser.VERSION, hint, time, context));
  }
}
