package dev.cordon.formats.profiles;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What sampled values look like. Patterns have no nested repetition, values are cut before. */
final class ValueShapes {

  private static final int LONGEST = 200;
  private static final long EARLIEST_SECOND = 631_152_000L;
  private static final long LATEST_SECOND = 2_145_916_800L;

  /**
   * A shape found in most values.
   *
   * @param filter how a time is read, or an amount
   * @param isTelling whether hardly anything else looks like it
   */
  record Found(
      ColumnMeaning meaning,
      String words,
      @Nullable String filter,
      boolean isTelling,
      int fitting) {}

  private record Shape(
      ColumnMeaning meaning,
      String words,
      @Nullable String filter,
      boolean isTelling,
      Predicate<String> test) {}

  private static final List<Shape> SHAPES =
      List.of(
          shape(
              ColumnMeaning.EMAIL,
              "e-mail addresses",
              null,
              true,
              "[^@\\s]{1,64}@[^@\\s]{1,190}\\.[^@\\s.]{2,24}"),
          shape(
              ColumnMeaning.IP,
              "IP addresses",
              null,
              true,
              "\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|[0-9a-fA-F]{1,4}:[0-9a-fA-F:.]{2,40}"),
          shape(
              ColumnMeaning.IBAN,
              "bank account numbers",
              null,
              true,
              "[A-Z]{2}\\d{2} ?[A-Z0-9][A-Z0-9 ]{10,32}"),
          shape(
              ColumnMeaning.WALLET,
              "wallet addresses",
              null,
              true,
              "bc1[a-z0-9]{25,62}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|0x[0-9a-fA-F]{40}"),
          shape(
              ColumnMeaning.CREATED,
              "times with their offset",
              "auto",
              true,
              "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d)?(\\.\\d{1,9})?(Z| ?[+-]\\d\\d:?\\d\\d)"),
          shape(
              ColumnMeaning.CREATED,
              "times without a zone",
              "local",
              true,
              "\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d(:\\d\\d)?(\\.\\d{1,9})?)?|\\d\\d[./]\\d\\d[./]\\d{4}( \\d\\d:\\d\\d(:\\d\\d)?)?"),
          new Shape(
              ColumnMeaning.CREATED, "seconds since 1970", "unix", false, text -> isUnix(text, 1)),
          new Shape(
              ColumnMeaning.CREATED,
              "milliseconds since 1970",
              "auto",
              false,
              text -> isUnix(text, 1000)),
          shape(
              ColumnMeaning.SECRET,
              "digests",
              null,
              true,
              "\\$2[aby]\\$.{50,60}|\\$argon2.{20,180}|[0-9a-f]{32}|[0-9a-f]{40}"),
          shape(
              ColumnMeaning.TRANSACTION,
              "64 hexadecimal digits",
              null,
              false,
              "(0x)?[0-9a-fA-F]{64}"),
          shape(
              ColumnMeaning.AMOUNT,
              "amounts with a decimal sign",
              "major",
              false,
              "-?\\d{1,9}[.,]\\d{2,4}"),
          shape(ColumnMeaning.PHONE, "telephone numbers", null, true, "\\+\\d[\\d ()/-]{6,18}"),
          shape(
              ColumnMeaning.BIN,
              "six or eight digits of a card",
              null,
              false,
              "[2-6]\\d{5}(\\d{2})?"),
          shape(
              ColumnMeaning.CURRENCY,
              "codes of currencies",
              null,
              false,
              "(?i)eur|usd|gbp|dkk|sek|nok|chf|pln|czk|huf|isk|aud|nzd|btc|xmr|cad|jpy"),
          shape(ColumnMeaning.COUNTRY, "codes of countries", null, false, "[A-Z]{2}"),
          shape(
              ColumnMeaning.USER_AGENT,
              "names of programs",
              null,
              true,
              "(Mozilla|Opera|curl|okhttp|Dalvik)/.+"));

  private ValueShapes() {}

  private static Shape shape(
      ColumnMeaning meaning, String words, @Nullable String filter, boolean telling, String regex) {
    Pattern pattern = Pattern.compile(regex);
    return new Shape(meaning, words, filter, telling, text -> pattern.matcher(text).matches());
  }

  /** The shapes at least nine in ten of the values have, the more telling first. */
  static List<Found> of(List<String> values) {
    List<String> known =
        values.stream()
            .map(String::strip)
            .filter(text -> !text.isEmpty() && !text.equals("0"))
            .toList();
    if (known.isEmpty()) {
      return List.of();
    }
    return SHAPES.stream()
        .map(shape -> found(shape, known))
        .filter(found -> found.fitting() * 10 >= known.size() * 9)
        .toList();
  }

  private static Found found(Shape shape, List<String> values) {
    int fitting = 0;
    for (String value : values) {
      if (value.length() <= LONGEST && shape.test().test(value)) {
        fitting++;
      }
    }
    return new Found(shape.meaning(), shape.words(), shape.filter(), shape.isTelling(), fitting);
  }

  private static boolean isUnix(String text, long unit) {
    if (text.length() < 9 || text.length() > 14 || !text.chars().allMatch(Character::isDigit)) {
      return false;
    }
    long seconds = Long.parseLong(text) / unit;
    return seconds >= EARLIEST_SECOND && seconds < LATEST_SECOND;
  }

  /** Whether the values read like free text: long, with several words. */
  static boolean isText(List<String> values) {
    long wordy =
        values.stream()
            .filter(text -> text.length() > 60 || text.strip().split("\\s+", 8).length > 6)
            .count();
    return wordy * 5 >= values.size() && wordy > 0;
  }
}
