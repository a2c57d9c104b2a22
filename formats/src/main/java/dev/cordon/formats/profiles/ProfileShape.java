package dev.cordon.formats.profiles;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which words a profile file may hold, and what stands behind each. */
sealed interface ProfileShape {

  /** A text. */
  record Word(Set<String> allowed) implements ProfileShape {}

  /** True or false. */
  record Truth() implements ProfileShape {}

  /** A list of texts; one text alone counts as a list. */
  record Words() implements ProfileShape {}

  /** A list of columns that must be there: not empty. */
  record Names() implements ProfileShape {}

  /** How the lines of a log are built. */
  record Format() implements ProfileShape {}

  /** Any words, each with one of these. */
  record WordTable(Set<String> allowed) implements ProfileShape {}

  /** Any words, each with a list of texts. */
  record WordsTable() implements ProfileShape {}

  /** A column with how it is read: {@code name|filter}. */
  record Column(Set<String> filters, boolean filterNeeded) implements ProfileShape {}

  /** A list of these. */
  record Each(ProfileShape item) implements ProfileShape {}

  /** These words and no others; some must be there. */
  record Block(Map<String, ProfileShape> words, Set<String> needed) implements ProfileShape {}

  /** How a time may be read, beside the name of a zone ({@code Europe/Oslo}). */
  Set<String> TIMES =
      Set.of(
          "unix",
          "unix-ms",
          "unix-us",
          "filetime",
          "webkit",
          "cocoa",
          "excel-1900",
          "excel-1904",
          "utc",
          "local",
          "dmy",
          "mdy",
          "auto",
          "iso");

  /** How a value may be read. */
  Set<String> VALUES =
      Set.of("value", "html", "nonzero", "account", "order-number", "key", "binary-ip", "post");

  /** What a selector may be. */
  Set<String> SELECTORS =
      Set.of(
          "EMAIL",
          "RECOVERY_EMAIL",
          "TYPED_EMAIL",
          "HANDLE",
          "TYPED_HANDLE",
          "DISPLAY_NAME",
          "MESSENGER",
          "PHONE",
          "IP",
          "DEVICE",
          "CARD",
          "BANK_ACCOUNT",
          "PROCESSOR_CUSTOMER",
          "PAYMENT_TOKEN",
          "WALLET",
          "DEPOSIT_ADDRESS",
          "TRANSACTION_HASH");

  /** What a fact may be. */
  Set<String> FACTS =
      Set.of(
          "PERSON_NAME",
          "ADDRESS",
          "POSTCODE",
          "CITY",
          "BILLING_COUNTRY",
          "SHIPPING_COUNTRY",
          "PROFILE_LOCATION",
          "BIRTH_DATE",
          "SUBSCRIBER_COUNTRY",
          "COMPANY",
          "WEBSITE",
          "LANGUAGE",
          "TIME_ZONE",
          "STAFF_ROLE",
          "ACCOUNT_STATUS",
          "CLOSED_AT",
          "CARD_BIN",
          "CARD_LAST4",
          "CARD_COUNTRY",
          "CARD_FUNDING",
          "ORDER_ACCOUNT",
          "ORDER_TOTAL",
          "ORDER_CURRENCY",
          "TRANSACTION");

  /** What an account may be. */
  Set<String> ACCOUNTS = Set.of("member", "guest", "staff", "bot", "system");

  /** What became of a payment. */
  Set<String> STATUSES = Set.of("paid", "failed", "refunded", "pending", "cancelled");

  /** The shape of a whole file. */
  ProfileShape PROFILE = profile();

  private static ProfileShape profile() {
    ProfileShape text = new Word(Set.of());
    ProfileShape value = new Column(VALUES, false);
    ProfileShape time = new Column(TIMES, true);
    Block kind = block(Map.of("when", new WordsTable(), "kind", new Word(ACCOUNTS)), "kind");
    Block selector =
        block(
            Map.of(
                "kind",
                new Word(SELECTORS),
                "column",
                value,
                "at",
                time,
                "context",
                text,
                "country",
                value,
                "like",
                text),
            "kind",
            "column");
    Map<String, ProfileShape> mapping = new LinkedHashMap<>();
    mapping.put("when", new WordsTable());
    mapping.put(
        "php", block(Map.of("column", value, "path", new Words(), "each", new Truth()), "column"));
    mapping.put("holder", block(Map.of("account", value, "order", value, "payment", value)));
    mapping.put(
        "account",
        block(
            Map.of(
                "handle",
                value,
                "registered",
                time,
                "kinds",
                new Each(kind),
                "guest",
                new Truth())));
    mapping.put("selectors", new Each(selector));
    mapping.put(
        "facts",
        new Each(
            block(Map.of("kind", new Word(FACTS), "column", value, "at", time), "kind", "column")));
    mapping.put(
        "assemble",
        block(
            Map.of(
                "kind", new Word(FACTS), "attribute", value, "value", value, "parts", new Words()),
            "kind",
            "attribute",
            "value",
            "parts"));
    mapping.put("payment", payment(value, time));
    mapping.put(
        "access",
        block(Map.of("ip", value, "at", time, "action", text, "device", value), "action"));
    mapping.put(
        "message",
        block(
            Map.of(
                "key",
                value,
                "thread",
                value,
                "at",
                time,
                "length",
                value,
                "text",
                value,
                "conversation",
                value),
            "key"));
    mapping.put(
        "text",
        block(
            Map.of("kind", text, "key", value, "conversation", value, "at", time, "text", value),
            "kind",
            "key",
            "text"));
    return block(
        Map.of("name", text, "product", text, "tables", new Each(table(mapping))),
        "name",
        "tables");
  }

  private static Block payment(ProfileShape value, ProfileShape time) {
    return block(
        Map.of(
            "status", value,
            "statuses", new WordTable(STATUSES),
            "amount", new Column(Set.of("minor", "major"), true),
            "currency", value,
            "method", value,
            "at", time));
  }

  private static Block table(Map<String, ProfileShape> mapping) {
    Map<String, ProfileShape> words = new LinkedHashMap<>();
    words.put("name", new Word(Set.of()));
    words.put("form", new Word(Set.of("sql", "csv", "json", "log")));
    words.put("list", new Word(Set.of()));
    words.put("format", new Format());
    words.put("recognise", new Names());
    words.put("columns", new WordsTable());
    words.put("key", new Words());
    words.put("identity", new Words());
    words.put("reference", new Truth());
    words.put("counted", new Truth());
    words.put("mappings", new Each(new Block(mapping, Set.of())));
    return new Block(words, Set.of("name", "recognise"));
  }

  private static Block block(Map<String, ProfileShape> words, String... needed) {
    return new Block(words, Set.of(needed));
  }
}
