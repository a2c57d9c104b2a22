package dev.cordon.intake;

import dev.cordon.access.OperationId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says, in its exact words: lines of {@code name value}, UTF-8, each ended by a line
 * feed. Line feeds and other controls in a value are written as {@code \\uXXXX}; what is not known
 * is written {@code -}.
 */
final class ReceiptStatement {

  private ReceiptStatement() {}

  /** The words about a source that was handed over so. */
  static String of(OperationId operation, SourceReport report, HandedOver handedOver) {
    List<String> lines =
        List.of(
            "cordon-source 1",
            "operation " + operation,
            "source " + report.id(),
            "name " + value(report.name()),
            "size " + report.sizeBytes(),
            "sha256 " + report.sha256(),
            "form " + value(report.form()),
            "sealed " + report.sealed(),
            "media-places " + report.mediaFound(),
            "rows-in " + sum(report, Balance::rowsIn),
            "stored " + sum(report, Balance::stored),
            "quarantined " + sum(report, Balance::quarantined),
            "duplicates " + sum(report, Balance::duplicates),
            "handed-over-by " + value(handedOver.by()),
            "handed-over-at " + at(handedOver.at()),
            "handed-over-where " + value(handedOver.place()),
            "handed-over-by-means-of " + value(handedOver.means()),
            "description " + value(handedOver.description()));
    return String.join("\n", lines) + "\n";
  }

  private static String at(@Nullable Instant at) {
    return at == null ? "-" : at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static long sum(SourceReport report, ToLongFunction<Balance> part) {
    return report.balances().stream().mapToLong(part).sum();
  }

  private static String value(@Nullable String text) {
    if (text == null) {
      return "-";
    }
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(sign -> {
          if (sign == '\\' || Character.isISOControl(sign) || sign == 0x2028 || sign == 0x2029) {
            escaped.append(String.format("\\u%04x", sign));
            return;
          }
          escaped.appendCodePoint(sign);
        });
    return escaped.toString();
  }
}
