package dev.cordon.exercise.platform;

import java.util.List;

/** A neutral pass the shop sells; the price is in cents of a euro. */
public record Product(int id, String name, int cents) {
  public static final List<Product> ALL =
      List.of(
          new Product(131, "Weekly pass", 590),
          new Product(132, "Monthly pass", 1290),
          new Product(133, "Quarterly pass", 2990),
          new Product(134, "Yearly pass", 8900),
          new Product(135, "Team pass, 5 seats", 14900));

  /** The name as it stands in an address of the shop. */
  public String slug() {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  /** Units of a currency for one euro in this exercise. */
  private static double rate(String currency) {
    return switch (currency) {
      case "DKK" -> 7.46;
      case "SEK" -> 11.4;
      case "NOK" -> 11.6;
      case "ISK" -> 149;
      case "CHF" -> 0.95;
      case "PLN" -> 4.31;
      case "CZK" -> 25.2;
      case "HUF" -> 391;
      case "GBP" -> 0.85;
      case "AUD" -> 1.64;
      case "NZD" -> 1.79;
      case "USD" -> 1.08;
      case "CAD" -> 1.48;
      default -> 1;
    };
  }

  /** How many digits a currency has behind the point. */
  public static int decimals(String currency) {
    return currency.equals("ISK") ? 0 : 2;
  }

  /** The price in the minor unit of a currency. */
  public long minor(String currency) {
    long cents = Math.round(cents() * rate(currency));
    return decimals(currency) == 0 ? cents / 100 : cents;
  }
}
