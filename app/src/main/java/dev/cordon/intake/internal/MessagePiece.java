package dev.cordon.intake.internal;

import dev.cordon.formats.profiles.Mapping;
import dev.cordon.intake.Holder;
import dev.cordon.intake.MessageRecord;
import dev.cordon.intake.Origin;
import org.jspecify.annotations.Nullable;

/** That a row is a message; its text stays where it is. */
final class MessagePiece implements Piece {

  private final RecordOutput output;
  private final @Nullable Expression key;
  private final @Nullable Expression thread;
  private final @Nullable TimeExpression at;
  private final @Nullable Expression length;

  MessagePiece(Mapping.Message message, Columns columns, RecordOutput output) {
    this.output = output;
    this.key = Expression.of(message.key(), columns);
    this.thread = Expression.of(message.thread(), columns);
    this.at = TimeExpression.of(message.at(), columns);
    this.length = Expression.of(message.length(), columns);
  }

  @Override
  public void write(Origin origin, Holder holder, RowScope scope) {
    String messageKey = key == null ? null : key.value(scope);
    if (messageKey == null) {
      return;
    }
    output.write(
        new MessageRecord(
            origin,
            holder.system(),
            holder.account(),
            thread == null ? null : thread.value(scope),
            messageKey,
            TimeExpression.read(at, origin, scope, output),
            length == null ? 0 : length.length(scope)));
  }
}
