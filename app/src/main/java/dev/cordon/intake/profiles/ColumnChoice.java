package dev.cordon.intake.profiles;

import dev.cordon.formats.profiles.ColumnMeaning;
import dev.cordon.formats.profiles.ProfileProposal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person may say a column means, as a page offers it.
 *
 * @param value as the form sends it
 * @param words as the reader sees it
 */
public record ColumnChoice(String value, String words) {

  /** Choices that stand together. */
  public record Group(String title, List<ColumnChoice> choices) {

    /** Copies the list. */
    public Group {
      choices = List.copyOf(choices);
    }
  }

  /** For a time that is the local time of the zone given beside. */
  private static final String LOCAL = "local";

  /** All there are. */
  public static final List<Group> ALL =
      List.of(
          new Group(
              "Not taken",
              List.of(
                  one("UNKNOWN", "not taken"),
                  one("TEXT", "free text: stays sealed"),
                  one("SECRET", "password, digest, token: not taken"))),
          new Group(
              "Keys",
              List.of(
                  one("ROW_KEY", "the row's own number"),
                  one("ACCOUNT_KEY", "number of the account"),
                  one("ORDER_KEY", "number of the order"))),
          new Group(
              "Time",
              List.of(
                  one("CREATED|unix", "time: seconds since 1970"),
                  one("CREATED|utc", "time: date and time in UTC"),
                  one("CREATED|local", "time: local, of the zone below"),
                  one("CREATED|auto", "time: with its offset, or found out"))),
          new Group(
              "Selectors",
              List.of(
                  one("EMAIL", "e-mail address"),
                  one("PHONE", "telephone number"),
                  one("HANDLE", "name of an account"),
                  one("IP", "IP address"),
                  one("USER_AGENT", "name of a program"),
                  one("DEVICE", "device"),
                  one("CARD", "fingerprint of a card"),
                  one("IBAN", "bank account"),
                  one("WALLET", "wallet address"),
                  one("TRANSACTION", "hash of a transaction"))),
          new Group(
              "Person",
              List.of(
                  one("PERSON_NAME", "name of a person"),
                  one("ADDRESS", "postal address"),
                  one("POSTCODE", "postcode"),
                  one("CITY", "town"),
                  one("COUNTRY", "country"),
                  one("BIN", "first digits of a card"),
                  one("LAST4", "last digits of a card"))),
          new Group(
              "Payment",
              List.of(
                  one("AMOUNT|major", "amount in the main unit (19.90)"),
                  one("AMOUNT_MINOR|minor", "amount in the minor unit (1990)"),
                  one("CURRENCY", "currency"),
                  one("STATUS", "state of the payment"))));

  /** What a column that reads like free text may still be. */
  private static final Set<ColumnMeaning> FOR_TEXT =
      EnumSet.of(
          ColumnMeaning.UNKNOWN,
          ColumnMeaning.TEXT,
          ColumnMeaning.SECRET,
          ColumnMeaning.ADDRESS,
          ColumnMeaning.USER_AGENT);

  private static ColumnChoice one(String value, String words) {
    return new ColumnChoice(value, words);
  }

  /** The choice a proposal's column stands for. */
  public static String of(ProfileProposal.Column column) {
    String name = column.meaning().name();
    String filter = column.filter();
    return switch (column.meaning()) {
      case CREATED ->
          name
              + "|"
              + (filter == null || filter.indexOf('/') > 0
                  ? LOCAL
                  : filter.equals("iso") ? "auto" : filter);
      case AMOUNT -> name + "|major";
      case AMOUNT_MINOR -> name + "|minor";
      default -> name;
    };
  }

  /** A proposal's column in words. */
  static String wordsOf(ProfileProposal.Column column) {
    String value = of(column);
    return ALL.stream()
        .flatMap(group -> group.choices().stream())
        .filter(choice -> choice.value().equals(value))
        .map(ColumnChoice::words)
        .findFirst()
        .orElse(value);
  }

  /**
   * Reads a choice; none where there is no such.
   *
   * @param zone the zone of local times; null: the source's own
   */
  static Optional<ProfileProposal.Choice> read(String value, @Nullable String zone) {
    boolean known =
        ALL.stream()
            .flatMap(group -> group.choices().stream())
            .anyMatch(choice -> choice.value().equals(value));
    if (!known) {
      return Optional.empty();
    }
    String[] parts = value.split("\\|", 2);
    String filter = parts.length == 1 ? null : parts[1];
    if (zone != null && LOCAL.equals(filter)) {
      filter = zone;
    }
    return Optional.of(new ProfileProposal.Choice(ColumnMeaning.valueOf(parts[0]), filter));
  }

  /** Whether a column whose values read like free text may be this. */
  static boolean isForText(ColumnMeaning meaning) {
    return FOR_TEXT.contains(meaning);
  }
}
