package dev.cordon.intake.internal;

import dev.cordon.formats.profiles.Mapping;
import dev.cordon.intake.AccountRecord;
import dev.cordon.intake.Holder;
import dev.cordon.intake.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** That a row is an account. */
final class AccountPiece implements Piece {

  private record Rule(Condition condition, String kind) {}

  private final RecordOutput output;
  private final @Nullable Expression handle;
  private final @Nullable TimeExpression registered;
  private final List<Rule> rules = new ArrayList<>();
  private final boolean isGuest;

  AccountPiece(Mapping.Account account, Columns columns, RecordOutput output) {
    this.output = output;
    this.handle = Expression.of(account.handle(), columns);
    this.registered = TimeExpression.of(account.registered(), columns);
    this.isGuest = Boolean.TRUE.equals(account.guest());
    for (Mapping.KindRule rule : account.kinds()) {
      rules.add(new Rule(new Condition(rule.when(), columns), rule.kind()));
    }
  }

  @Override
  public void write(Origin origin, Holder holder, RowScope scope) {
    String key = isGuest ? holder.orderKey() : holder.account();
    if (key == null) {
      return;
    }
    String name = handle == null ? null : handle.value(scope);
    output.write(
        new AccountRecord(
            origin,
            isGuest ? holder.system() + "-guest" : holder.system(),
            key,
            kind(scope),
            name,
            TimeExpression.read(registered, origin, scope, output)));
  }

  private String kind(RowScope scope) {
    for (Rule rule : rules) {
      if (rule.condition.holds(scope)) {
        return rule.kind;
      }
    }
    return isGuest ? "guest" : "member";
  }
}
