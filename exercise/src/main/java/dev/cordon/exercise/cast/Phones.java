package dev.cordon.exercise.cast;

import java.util.List;

/** Telephone numbers that belong to nobody, one for every person and variant. */
final class Phones {
  private static final int PHONES = 999_983;
  private static final int PHONES_WIDE = 99_999_989;
  private static final int PHONES_BRITISH = 16_993;

  /** Ranges the British regulator keeps for drama, each with room for three more digits. */
  private static final List<String> BRITISH_DRAMA =
      List.of(
          "7700 900",
          "1632 960",
          "113 496 0",
          "114 496 0",
          "115 496 0",
          "116 496 0",
          "117 496 0",
          "118 496 0",
          "121 496 0",
          "131 496 0",
          "141 496 0",
          "151 496 0",
          "161 496 0",
          "20 7946 0",
          "191 498 0",
          "28 9649 6",
          "29 2018 0");

  private final boolean wide;
  private final Cast cast;
  private final Countries countries;

  Phones(boolean wide, Cast cast, Countries countries) {
    this.wide = wide;
    this.cast = cast;
    this.countries = countries;
  }

  /**
   * A telephone number in international form that cannot be rung: from a range kept for drama
   * (Britain), or with a national part beginning with 00, which no country assigns. Persons never
   * share one by accident.
   */
  String number(int index, int variant) {
    int leader = cast.leader(index, Relation.RECYCLED_PHONE);
    if (leader >= 0 && variant == 0) {
      return number(leader, 0);
    }
    String calling = countries.at(cast.country(index)).callingCode();
    long number = index * 8L + variant;
    if (calling.equals("44") && !wide && cast.rank(index) * 8L + variant < PHONES_BRITISH) {
      int slot = (int) ((cast.rank(index) * 8L + variant) * 4_801 % PHONES_BRITISH);
      return "+44 " + BRITISH_DRAMA.get(slot / 1000) + digits(slot % 1000, 3);
    }
    if (wide) {
      String digits = digits(number * 48_611L % PHONES_WIDE, 8);
      return '+' + calling + " 00 " + digits.substring(0, 4) + ' ' + digits.substring(4);
    }
    String digits = digits(number * 7_919L % PHONES, 6);
    return '+'
        + calling
        + " 00 "
        + digits.substring(0, 2)
        + ' '
        + digits.substring(2, 4)
        + ' '
        + digits.substring(4);
  }

  private static String digits(long value, int width) {
    String digits = Long.toString(value);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
