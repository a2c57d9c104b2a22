package dev.cordon.formats.profiles;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row gives when it meets the conditions. A column is written {@code name|filter}; {@code
 * a+b} joins two; {@code $.field} is a field of the PHP value, {@code ^.field} one of the JSON
 * element around.
 *
 * @param when column to value or values; {@code *} at an end stands for anything, {@code !} negates
 * @param php the column that holds a serialised PHP value
 */
public record Mapping(
    Map<String, List<String>> when,
    @Nullable Php php,
    @Nullable Holder holder,
    @Nullable Account account,
    List<Selector> selectors,
    List<Fact> facts,
    @Nullable Assembly assemble,
    @Nullable Payment payment,
    @Nullable Access access,
    @Nullable Message message,
    @Nullable Text text) {

  /** Empty where the file is silent. */
  public Mapping {
    when = when == null ? Map.of() : Map.copyOf(when);
    selectors = selectors == null ? List.of() : List.copyOf(selectors);
    facts = facts == null ? List.of() : List.copyOf(facts);
  }

  /**
   * A serialised PHP value in a column.
   *
   * @param path where in it to begin; a text found there is parsed again
   * @param each whether every array in it is a row of its own
   */
  public record Php(String column, List<String> path, @Nullable Boolean each) {

    /** Empty where the file is silent. */
    public Php {
      path = path == null ? List.of() : List.copyOf(path);
      each = each != null && each;
    }
  }

  /** Whose row it is: columns of the account, the order, the payment. */
  public record Holder(
      @Nullable String account, @Nullable String order, @Nullable String payment) {}

  /**
   * That the row is an account (the holder's) or, for guests, an order without one.
   *
   * @param kinds the first rule met gives the kind; none met: member
   */
  public record Account(
      @Nullable String handle,
      @Nullable String registered,
      List<KindRule> kinds,
      @Nullable Boolean guest) {

    /** Empty where the file is silent. */
    public Account {
      kinds = kinds == null ? List.of() : List.copyOf(kinds);
      guest = guest != null && guest;
    }
  }

  /** A kind of account and when it holds. */
  public record KindRule(Map<String, List<String>> when, String kind) {

    /** Empty where the file is silent. */
    public KindRule {
      when = when == null ? Map.of() : Map.copyOf(when);
    }
  }

  /** A selector in a column; {@code country} names the column of a hint for telephone numbers. */
  public record Selector(
      String kind,
      String column,
      @Nullable String at,
      @Nullable String context,
      @Nullable String country,
      @Nullable String like) {}

  /** A fact in a column. */
  public record Fact(String kind, String column, @Nullable String at) {}

  /** A fact or selectors put together from several rows that hold an attribute each. */
  public record Assembly(String kind, String attribute, String value, List<String> parts) {}

  /** That the row is a payment; {@code amount} is {@code column|minor} or {@code column|major}. */
  public record Payment(
      @Nullable String status,
      Map<String, String> statuses,
      @Nullable String amount,
      @Nullable String currency,
      @Nullable String method,
      @Nullable String at) {

    /** Empty where the file is silent. */
    public Payment {
      statuses = statuses == null ? Map.of() : Map.copyOf(statuses);
    }
  }

  /** That the row is an access. */
  public record Access(
      @Nullable String ip, @Nullable String at, String action, @Nullable String device) {}

  /**
   * That the row is a message; among the records stands its length only.
   *
   * @param text where its text stands, which becomes sealed text
   * @param conversation the thread a reader sees it in, where that is not {@code thread}
   */
  public record Message(
      String key,
      @Nullable String thread,
      @Nullable String at,
      @Nullable String length,
      @Nullable String text,
      @Nullable String conversation) {}

  /**
   * Free text of a row that is no message: a file name, a prompt, a note. It becomes sealed text.
   *
   * @param kind what it is, in lower case
   * @param conversation the thread a reader sees it in
   */
  public record Text(
      String kind, String key, @Nullable String conversation, @Nullable String at, String text) {}
}
