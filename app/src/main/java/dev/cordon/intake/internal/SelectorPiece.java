package dev.cordon.intake.internal;

import dev.cordon.formats.profiles.Mapping;
import dev.cordon.intake.Holder;
import dev.cordon.intake.Origin;
import dev.cordon.intake.SelectorRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A selector in a column. */
final class SelectorPiece implements Piece {

  private static final int LONGEST = 1024;

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
    if (raw == null || raw.length() > LONGEST || like != null && !Condition.isLike(like, raw)) {
      return;
    }
    Instant time = TimeExpression.read(at, scope, output.times()).at();
    if (kind.equals("IP")) {
      writeAddresses(origin, holder, raw, time);
      return;
    }
    String hint = country == null ? null : country.value(scope);
    String value = output.normaliser().selector(kind, raw, hint);
    write(origin, holder, kind, raw, value, time);
    if (kind.equals("HANDLE")) {
      String skeleton = output.normaliser().selector("HANDLE_SKELETON", raw, null);
      if (skeleton != null && !skeleton.equals(value)) {
        write(origin, holder, "HANDLE_SKELETON", raw, skeleton, time);
      }
    }
  }

  /** The first of a list is the client, the others passed the request on. */
  private void writeAddresses(Origin origin, Holder holder, String raw, @Nullable Instant time) {
    List<String> addresses = output.normaliser().ips(raw);
    write(origin, holder, "IP", raw, addresses.isEmpty() ? null : addresses.getFirst(), time);
    for (int index = 1; index < addresses.size(); index++) {
      write(origin, holder, "IP_FORWARDED", raw, addresses.get(index), time);
    }
  }

  private void write(
      Origin origin,
      Holder holder,
      String ofKind,
      String raw,
      @Nullable String value,
      @Nullable Instant time) {
    output.write(new SelectorRecord(origin, holder, ofKind, raw, value, time, context));
  }
}
