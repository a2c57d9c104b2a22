package dev.cordon.formats.profiles;

import dev.cordon.formats.profiles.ProfileProposal.Column;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a table's profile of judged columns. */
final class ProposedTable {

  private static final Map<String, String> STATUSES =
      Map.ofEntries(
          Map.entry("paid", "paid"),
          Map.entry("completed", "paid"),
          Map.entry("complete", "paid"),
          Map.entry("succeeded", "paid"),
          Map.entry("success", "paid"),
          Map.entry("settled", "paid"),
          Map.entry("failed", "failed"),
          Map.entry("declined", "failed"),
          Map.entry("refunded", "refunded"),
          Map.entry("chargeback", "refunded"),
          Map.entry("pending", "pending"),
          Map.entry("processing", "pending"),
          Map.entry("cancelled", "cancelled"),
          Map.entry("canceled", "cancelled"),
          Map.entry("expired", "cancelled"));

  private final TableSample sample;
  private final Map<ColumnMeaning, Column> first;
  private final List<Column> columns;
  private final boolean areAccounts;
  private final Map<String, String> statuses;

  private ProposedTable(
      TableSample sample, List<Column> columns, boolean areAccounts, Map<String, String> statuses) {
    this.sample = sample;
    this.columns = columns;
    this.first = ProfileProposal.first(columns);
    this.areAccounts =
        areAccounts
            && (first.containsKey(ColumnMeaning.ACCOUNT_KEY)
                || first.containsKey(ColumnMeaning.ROW_KEY));
    this.statuses = statuses.isEmpty() ? STATUSES : statuses;
  }

  static TableProfile of(
      TableSample sample, List<Column> columns, boolean areAccounts, Map<String, String> statuses) {
    return new ProposedTable(sample, columns, areAccounts, statuses).table();
  }

  /** What the usual word of a state means; null for other words. */
  static @Nullable String usualStatus(String word) {
    return STATUSES.get(word.strip().toLowerCase(Locale.ROOT));
  }

  private TableProfile table() {
    Mapping mapping =
        new Mapping(
            Map.of(),
            null,
            holder(),
            account(),
            selectors(),
            facts(),
            null,
            payment(),
            access(),
            message(),
            accountText());
    String key = key();
    return new TableProfile(
        sample.name(),
        sample.form(),
        sample.list(),
        sample.format(),
        recognised(),
        Map.of(),
        key == null ? List.of() : List.of(key),
        List.of(),
        null,
        null,
        List.of(mapping));
  }

  /** All columns; of JSON, whose elements may leave fields out, those every sampled one has. */
  private List<String> recognised() {
    Set<String> recognised = new LinkedHashSet<>();
    for (int index = 0; index < columns.size(); index++) {
      String name = columns.get(index).name();
      boolean everywhere =
          !sample.form().equals("json") || sample.values(index).size() == sample.rows().size();
      if (everywhere && isPlain(name) && name.chars().anyMatch(Character::isLetterOrDigit)) {
        recognised.add(name);
      }
    }
    return List.copyOf(recognised);
  }

  /** A name with signs of the profile's own language cannot be written in it. */
  private static boolean isPlain(String name) {
    return name.indexOf('|') < 0
        && name.indexOf('+') < 0
        && !name.startsWith("=")
        && !name.startsWith("$.");
  }

  private @Nullable String key() {
    String row = name(ColumnMeaning.ROW_KEY);
    if (row != null) {
      return row;
    }
    return areAccounts ? name(ColumnMeaning.ACCOUNT_KEY) : null;
  }

  /**
   * Whether the table looks like one of accounts: a name or address, a secret, a number of its own.
   */
  static boolean looksLikeAccounts(List<Column> columns) {
    Map<ColumnMeaning, Column> first = ProfileProposal.first(columns);
    boolean named =
        first.containsKey(ColumnMeaning.HANDLE) || first.containsKey(ColumnMeaning.EMAIL);
    return named && first.containsKey(ColumnMeaning.SECRET);
  }

  private Mapping.@Nullable Holder holder() {
    String account = name(ColumnMeaning.ACCOUNT_KEY);
    if (account == null && areAccounts) {
      account = name(ColumnMeaning.ROW_KEY);
    }
    String order = name(ColumnMeaning.ORDER_KEY);
    return account == null && order == null ? null : new Mapping.Holder(account, order, null);
  }

  private Mapping.@Nullable Account account() {
    String handle = name(ColumnMeaning.HANDLE);
    return areAccounts
        ? new Mapping.Account(
            handle == null ? name(ColumnMeaning.EMAIL) : handle, time(), List.of(), null)
        : null;
  }

  private List<Mapping.Selector> selectors() {
    List<Mapping.Selector> selectors = new ArrayList<>();
    String country = name(ColumnMeaning.COUNTRY);
    for (Column column : columns) {
      String kind =
          switch (column.meaning()) {
            case EMAIL -> "EMAIL";
            case PHONE -> "PHONE";
            case HANDLE -> "HANDLE";
            case WALLET -> "WALLET";
            case TRANSACTION -> "TRANSACTION_HASH";
            case DEVICE -> "DEVICE";
            case CARD -> "CARD";
            case IBAN -> "BANK_ACCOUNT";
            default -> null;
          };
      if (kind != null && isPlain(column.name())) {
        String hint = kind.equals("PHONE") ? country : null;
        selectors.add(new Mapping.Selector(kind, column.name(), time(), column.name(), hint, null));
      }
    }
    return selectors;
  }

  private List<Mapping.Fact> facts() {
    List<Mapping.Fact> facts = new ArrayList<>();
    for (Column column : columns) {
      String kind =
          switch (column.meaning()) {
            case PERSON_NAME -> "PERSON_NAME";
            case ADDRESS -> "ADDRESS";
            case POSTCODE -> "POSTCODE";
            case CITY -> "CITY";
            case COUNTRY -> "BILLING_COUNTRY";
            case BIN -> "CARD_BIN";
            case LAST4 -> "CARD_LAST4";
            default -> null;
          };
      if (kind != null && isPlain(column.name())) {
        facts.add(new Mapping.Fact(kind, column.name(), null));
      }
    }
    return facts;
  }

  private Mapping.@Nullable Payment payment() {
    Column minor = first.get(ColumnMeaning.AMOUNT_MINOR);
    Column amount = minor == null ? first.get(ColumnMeaning.AMOUNT) : minor;
    String currency = name(ColumnMeaning.CURRENCY);
    String status = name(ColumnMeaning.STATUS);
    if (amount == null || !isPlain(amount.name()) || currency == null && status == null) {
      return null;
    }
    String unit = minor == null ? "major" : "minor";
    return new Mapping.Payment(
        status,
        status == null ? Map.of() : statuses,
        amount.name() + "|" + unit,
        currency,
        null,
        time());
  }

  private Mapping.@Nullable Access access() {
    String ip = name(ColumnMeaning.IP);
    return ip == null || first.containsKey(ColumnMeaning.AMOUNT) && time() == null
        ? null
        : new Mapping.Access(ip, time(), "access", name(ColumnMeaning.USER_AGENT));
  }

  /** A text's length for the records; the text itself becomes sealed text. */
  private Mapping.@Nullable Message message() {
    String key = name(ColumnMeaning.ROW_KEY);
    String text = name(ColumnMeaning.TEXT);
    return key == null || text == null || areAccounts
        ? null
        : new Mapping.Message(key, null, time(), text, text, null);
  }

  /** What an account says of itself becomes sealed text. */
  private Mapping.@Nullable Text accountText() {
    String key = name(ColumnMeaning.ROW_KEY);
    String account = key == null ? name(ColumnMeaning.ACCOUNT_KEY) : key;
    String text = name(ColumnMeaning.TEXT);
    return account == null || text == null || !areAccounts
        ? null
        : new Mapping.Text("profile-text", account, account, time(), text);
  }

  private @Nullable String time() {
    Column time = first.get(ColumnMeaning.CREATED);
    if (time == null || !isPlain(time.name())) {
      return null;
    }
    return time.name() + "|" + (time.filter() == null ? "auto" : time.filter());
  }

  private @Nullable String name(ColumnMeaning meaning) {
    Column column = first.get(meaning);
    return column == null || !isPlain(column.name()) ? null : column.name();
  }
}
