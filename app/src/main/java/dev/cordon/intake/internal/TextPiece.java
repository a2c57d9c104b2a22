package dev.cordon.intake.internal;

import dev.cordon.formats.profiles.Mapping;
import dev.cordon.intake.Holder;
import dev.cordon.intake.Origin;
import dev.cordon.intake.SealedText;
import org.jspecify.annotations.Nullable;

/** The text of a row, which goes into the sealed texts and nowhere else. */
final class TextPiece implements Piece {

  private final RecordOutput output;
  private final String kind;
  private final @Nullable Expression key;
  private final @Nullable Expression conversation;
  private final @Nullable Expression thread;
  private final @Nullable TimeExpression at;
  private final @Nullable Expression text;

  TextPiece(Mapping.Message message, Columns columns, RecordOutput output) {
    this.output = output;
    this.kind = "message";
    this.key = Expression.of(message.key(), columns);
    this.conversation = Expression.of(message.conversation(), columns);
    this.thread = Expression.of(message.thread(), columns);
    this.at = TimeExpression.of(message.at(), columns);
    this.text = Expression.of(message.text(), columns);
  }

  TextPiece(Mapping.Text free, Columns columns, RecordOutput output) {
    this.output = output;
    this.kind = free.kind();
    this.key = Expression.of(free.key(), columns);
    this.conversation = Expression.of(free.conversation(), columns);
    this.thread = null;
    this.at = TimeExpression.of(free.at(), columns);
    this.text = Expression.of(free.text(), columns);
  }

  @Override
  public void write(Origin origin, Holder holder, RowScope scope) {
    String words = text == null ? null : text.value(scope);
    if (words == null) {
      return;
    }
    String messageKey = value(key, scope);
    String named = value(conversation, scope);
    String inThread = named == null ? value(thread, scope) : named;
    output.write(
        new SealedText(
            origin,
            kind,
            holder.account(),
            inThread == null ? "" : inThread,
            messageKey == null ? "" : messageKey,
            TimeExpression.read(at, origin, scope, output).at(),
            words));
  }

  private static @Nullable String value(@Nullable Expression expression, RowScope scope) {
    return expression == null ? null : expression.value(scope);
  }
}
