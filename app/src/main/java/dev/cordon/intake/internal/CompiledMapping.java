package dev.cordon.intake.internal;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.php.PhpParser;
import dev.cordon.formats.php.PhpValue;
import dev.cordon.formats.profiles.Mapping;
import dev.cordon.intake.Holder;
import dev.cordon.intake.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One mapping of a profile, its columns found: writes the records a row gives. */
final class CompiledMapping {

  private final RecordOutput output;
  private final Condition condition;
  private final @Nullable Expression phpColumn;
  private final Mapping.@Nullable Php php;
  private final @Nullable Expression account;
  private final @Nullable Expression order;
  private final @Nullable Expression payment;
  private final List<Piece> pieces = new ArrayList<>();

  CompiledMapping(Mapping mapping, Columns columns, RecordOutput output) {
    this.output = output;
    this.condition = new Condition(mapping.when(), columns);
    this.php = mapping.php();
    this.phpColumn = php == null ? null : Expression.of(php.column(), columns);
    Mapping.Holder holder = mapping.holder();
    this.account = holder == null ? null : Expression.of(holder.account(), columns);
    this.order = holder == null ? null : Expression.of(holder.order(), columns);
    this.payment = holder == null ? null : Expression.of(holder.payment(), columns);
    addPieces(mapping, columns);
  }

  private void addPieces(Mapping mapping, Columns columns) {
    if (mapping.account() != null) {
      pieces.add(new AccountPiece(mapping.account(), columns, output));
    }
    mapping.selectors().forEach(one -> pieces.add(new SelectorPiece(one, columns, output)));
    mapping.facts().forEach(one -> pieces.add(new FactPiece(one, columns, output)));
    if (mapping.assemble() != null) {
      pieces.add(new AssemblyPiece(mapping.assemble(), columns, output));
    }
    if (mapping.payment() != null) {
      pieces.add(new PaymentPiece(mapping.payment(), columns, output));
    }
    if (mapping.access() != null) {
      pieces.add(new AccessPiece(mapping.access(), columns, output));
    }
    if (mapping.message() != null) {
      pieces.add(new MessagePiece(mapping.message(), columns, output));
      if (mapping.message().text() != null && output.keepsTexts()) {
        pieces.add(new TextPiece(mapping.message(), columns, output));
      }
    }
    if (mapping.text() != null && output.keepsTexts()) {
      pieces.add(new TextPiece(mapping.text(), columns, output));
    }
  }

  void map(Origin origin, RowScope scope) {
    if (!condition.holds(scope)) {
      return;
    }
    if (phpColumn == null) {
      write(origin, scope);
      return;
    }
    for (PhpValue value : phpValues(scope)) {
      write(origin, new RowScope(scope.row(), value));
    }
  }

  void finish() {
    pieces.forEach(Piece::finish);
  }

  private void write(Origin origin, RowScope scope) {
    String accountKey = account == null ? null : value(account, scope);
    boolean isNobody = "0".equals(accountKey);
    Holder holder =
        new Holder(
            output.system(),
            isNobody ? null : accountKey,
            order == null ? null : value(order, scope),
            payment == null ? null : value(payment, scope));
    for (Piece piece : pieces) {
      piece.write(origin, holder, scope);
    }
  }

  private static @Nullable String value(Expression expression, RowScope scope) {
    String value = expression.value(scope);
    return value == null ? null : value.strip();
  }

  /** The PHP values the mapping is for; none where the column holds none that can be read. */
  private List<PhpValue> phpValues(RowScope scope) {
    Mapping.Php how = php;
    Expression column = phpColumn;
    byte[] bytes = column == null ? null : column.bytes(scope);
    if (how == null || bytes == null || !PhpParser.isLikely(bytes)) {
      return List.of();
    }
    try {
      PhpValue value = at(PhpParser.parse(bytes), how.path());
      if (!Boolean.TRUE.equals(how.each())) {
        return value == null ? List.of() : List.of(value);
      }
      return value instanceof PhpValue.Entries entries
          ? entries.values().values().stream().filter(PhpValue.Entries.class::isInstance).toList()
          : List.of();
    } catch (FormatException unreadable) {
      return List.of();
    }
  }

  private static @Nullable PhpValue at(PhpValue start, List<String> path) {
    PhpValue value = start;
    for (String key : path) {
      PhpValue next = value instanceof PhpValue.Entries entries ? entries.values().get(key) : null;
      if (next == null) {
        return null;
      }
      value =
          next instanceof PhpValue.Scalar scalar
              ? PhpParser.parse(scalar.text().getBytes(StandardCharsets.UTF_8))
              : next;
    }
    return value;
  }
}
