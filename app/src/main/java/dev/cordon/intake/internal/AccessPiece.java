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
    RecordedTime time = TimeExpression.read(at, origin, scope, output);
    String written = ip == null ? null : ip.value(scope);
    String bytes = ip == null ? null : ofBytes(ip, scope);
    boolean isBinary = ip != null && ip.filter().equals("binary-ip");
    boolean isNowhere = isBinary ? bytes == null : written == null;
    if (isNowhere && (ip != null || time.at() == null)) {
      return;
    }
    String what = actionColumn == null ? action : actionColumn.value(scope);
    String does = what == null ? "unknown" : shortened(what);
    String with = device == null ? null : device.value(scope);
    String program = with == null ? null : shortened(with);
    output.write(
        isBinary || written == null
            ? new AccessRecord(origin, holder, bytes, time, does, program)
            : AccessRecord.of(origin, holder, output.normaliser(), written, time, does, program));
  }

  private @Nullable String ofBytes(Expression column, RowScope scope) {
    byte[] bytes = column.filter().equals("binary-ip") ? column.bytes(scope) : null;
    return bytes == null ? null : output.normaliser().ip(bytes);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
