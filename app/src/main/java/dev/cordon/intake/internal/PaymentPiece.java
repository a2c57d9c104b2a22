package dev.cordon.intake.internal;

import dev.cordon.formats.profiles.Mapping;
import dev.cordon.intake.Holder;
import dev.cordon.intake.Origin;
import dev.cordon.intake.PaymentRecord;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** That a row is a payment. */
final class PaymentPiece implements Piece {

  private static final String UNKNOWN = "unknown";

  private final RecordOutput output;
  private final @Nullable Expression status;
  private final Map<String, String> statuses;
  private final @Nullable Expression amount;
  private final @Nullable Expression currency;
  private final @Nullable Expression method;
  private final @Nullable TimeExpression at;

  PaymentPiece(Mapping.Payment payment, Columns columns, RecordOutput output) {
    this.output = output;
    this.status = Expression.of(payment.status(), columns);
    this.statuses = payment.statuses();
    this.amount = Expression.of(payment.amount(), columns);
    this.currency = Expression.of(payment.currency(), columns);
    this.method = Expression.of(payment.method(), columns);
    this.at = TimeExpression.of(payment.at(), columns);
  }

  @Override
  public void write(Origin origin, Holder holder, RowScope scope) {
    String code = text(currency, scope);
    String iso = code == null ? null : code.toUpperCase(Locale.ROOT);
    output.write(
        new PaymentRecord(
            origin,
            holder,
            status(scope),
            amount(scope, iso),
            iso,
            text(method, scope),
            TimeExpression.read(at, origin, scope, output)));
  }

  private String status(RowScope scope) {
    String any = statuses.get("*");
    String written = text(status, scope);
    if (written == null) {
      return any == null ? UNKNOWN : any;
    }
    String known = statuses.get(written.toLowerCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    return any == null ? UNKNOWN : any;
  }

  private @Nullable Long amount(RowScope scope, @Nullable String iso) {
    String text = text(amount, scope);
    if (text == null || amount == null) {
      return null;
    }
    return Filters.amount(text, amount.filter(), fractionDigits(iso));
  }

  private static int fractionDigits(@Nullable String iso) {
    if (iso == null) {
      return 2;
    }
    try {
      return Math.max(0, Currency.getInstance(iso).getDefaultFractionDigits());
    } catch (IllegalArgumentException unknownCurrency) {
      return 2;
    }
  }

  private static @Nullable String text(@Nullable Expression expression, RowScope scope) {
    String text = expression == null ? null : expression.raw(scope);
    return text == null ? null : text.strip();
  }
}
