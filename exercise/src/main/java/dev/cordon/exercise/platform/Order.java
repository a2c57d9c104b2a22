package dev.cordon.exercise.platform;

import java.util.Locale;

/**
 * One order of the shop.
 *
 * @param account index of the shop account, or -1 for a guest
 * @param person who truly ordered
 * @param ordinal the account's place among the person's accounts; 15 for a guest with another
 *     mailbox
 * @param minor the amount in the currency's minor unit
 */
public record Order(
    int index,
    long id,
    int seconds,
    int account,
    int person,
    int ordinal,
    Tie tie,
    Outcome outcome,
    boolean card,
    Product product,
    String currency,
    long minor,
    String email) {

  /** What became of an order. */
  public enum Outcome {
    PAID("wc-completed"),
    REFUNDED("wc-refunded"),
    FAILED("wc-failed"),
    CANCELLED("wc-cancelled"),
    PENDING("wc-pending");

    private final String status;

    Outcome(String status) {
      this.status = status;
    }

    public String status() {
      return status;
    }

    /** Whether money was taken, even if it was given back later. */
    public boolean paid() {
      return this == PAID || this == REFUNDED;
    }
  }

  public boolean guest() {
    return account < 0;
  }

  /** The amount with its decimal point and the given number of digits behind it. */
  public String amount(int digits) {
    int decimals = Product.decimals(currency);
    return String.format(Locale.ROOT, "%." + digits + "f", minor / Math.pow(10, decimals));
  }

  /** The amount without needless zeros. */
  public String shortAmount() {
    String text = amount(2);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
