package dev.cordon.linkage.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings written dates to eight digits YYYYMMDD, as far as their order can be told. Stateless. */
public final class Dates {

  private static final Pattern YEAR_FIRST =
      Pattern.compile("\\D*(\\d{4})\\D+(\\d{1,2})\\D+(\\d{1,2})(?:\\D.*)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("\\D*(\\d{1,2})\\D+(\\d{1,2})\\D+(\\d{4})\\D*");
  private static final int MONTHS = 12;

  private Dates() {}

  /**
   * Eight digits for year-first and year-last dates (day before month unless only the other order
   * is a date), else the text's digits. Impossible days stay as written: they are evidence too.
   */
  public static String digits(String text) {
    Matcher first = YEAR_FIRST.matcher(text);
    if (first.matches()) {
      return first.group(1) + two(first.group(2)) + two(first.group(3));
    }
    Matcher last = YEAR_LAST.matcher(text);
    if (last.matches()) {
      String day = two(last.group(1));
      String month = two(last.group(2));
      boolean swapped = Integer.parseInt(month) > MONTHS && Integer.parseInt(day) <= MONTHS;
      return last.group(3) + (swapped ? day + month : month + day);
    }
    return Texts.digits(text);
  }

  private static String two(String number) {
    return number.length() == 1 ? "0" + number : number;
  }
}
