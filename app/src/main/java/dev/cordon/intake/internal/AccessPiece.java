package dev.cordon.intake.internal;

import dev.cordon.formats.profiles.Mapping;
import dev.cordon.intake.AccessRecord;
import dev.cordon.intake.Holder;
import dev.cordon.intake.Origin;
import dev.cordon.intake.RecordedTime;
import org.jspecify.annotations.Nullable;

/** That a row is an access. */
final class AccessPiece implements Piece {

  private static final int LONGEST = 512;

  private final RecordOutput output;
  private final @Nullable Expression ip;
  private final @Nullable TimeExpression at;
  private final @Nullable Expression actionColumn;
  private final String action;
  private final @Nullable Expression device;

  AccessPiece(Mapping.Access access, Columns columns, RecordOutput output) {
    this.output = output;
    this.ip = Expression.of(access.ip(), columns);
    this.at = TimeExpression.of(access.at(), columns);
    this.action = access.action();
    this.actionColumn = action.endsWith("|value") ? Expression.of(action, columns) : null;
    this.device = Expression.of(access.device(), columns);
  }

  @Override
  public void write(Origin origin, Holder holder, RowScope scope) {
    String address = address(scope);
    RecordedTime time = TimeExpression.read(at, scope, output.times());
    if (address == null && (ip != null || time.at() == null)) {
      return;
    }
    String what = actionColumn == null ? action : actionColumn.value(scope);
    String with = device == null ? null : device.value(scope);
    output.write(
        new AccessRecord(
            origin,
            holder,
            address,
            time,
            what == null ? "unknown" : shortened(what),
            with == null ? null : shortened(with)));
  }

  private @Nullable String address(RowScope scope) {
    if (ip == null) {
      return null;
    }
    if (ip.filter().equals("binary-ip")) {
      byte[] bytes = ip.bytes(scope);
      return bytes == null ? null : output.normaliser().ip(bytes);
    }
    String text = ip.value(scope);
    return text == null ? null : output.normaliser().ip(text);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
