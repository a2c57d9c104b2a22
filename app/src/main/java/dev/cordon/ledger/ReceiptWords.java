package dev.cordon.ledger;

import dev.cordon.exchange.Receipt;
import dev.cordon.kernel.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The exact words of a receipt: lines of {@code name value}, UTF-8, each ended by a line feed. Line
 * feeds and other controls in a value are written as {@code \\uXXXX}; what is not known is written
 * {@code -}. An entry commits to them by {@link #record()}. Not safe for use by several threads.
 */
public final class ReceiptWords {

  private final StringBuilder words = new StringBuilder();

  /** The words of one form, which the first line names with its version. */
  public ReceiptWords(String form, int version) {
    line(form, version);
  }

  /** Adds a line; a moment is written in UTC to the second. */
  public ReceiptWords line(String name, @Nullable Object value) {
    words.append(name).append(' ').append(value(value)).append('\n');
    return this;
  }

  /** The words. */
  public String text() {
    return words.toString();
  }

  /** Their digest: SHA-256 in hex. */
  public String sha256() {
    return Sha256.hex(text().getBytes(StandardCharsets.UTF_8));
  }

  /** How they stand among the records of the entry that commits to them. */
  public String record() {
    return Receipt.recordOf(sha256());
  }

  private static String value(@Nullable Object value) {
    if (value == null) {
      return "-";
    }
    if (value instanceof Instant at) {
      return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
    StringBuilder escaped = new StringBuilder();
    value.toString().codePoints().forEach(sign -> append(escaped, sign));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int sign) {
    if (sign == '\\' || Character.isISOControl(sign) || sign == 0x2028 || sign == 0x2029) {
      escaped.append(String.format("\\u%04x", sign));
    } else {
      escaped.appendCodePoint(sign);
    }
  }
}
