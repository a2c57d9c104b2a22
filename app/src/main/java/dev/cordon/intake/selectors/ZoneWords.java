package dev.cordon.intake.selectors;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Short names of zones behind a time. Those that several zones use carry all their offsets; which
 * is meant shows only where the source's own zone is known to use one of them.
 */
final class ZoneWords {

  private static final Set<String> REGIONS = ZoneId.getAvailableZoneIds();
  private static final int HOUR = 3600;
  private static final int LONGEST_REGION = 40;

  private static final Map<String, int[]> SHORT_NAMES =
      Map.ofEntries(
          of("UTC", 0),
          of("GMT", 0),
          of("UT", 0),
          of("Z", 0),
          of("WET", 0),
          of("WEST", 1),
          of("CET", 1),
          of("MEZ", 1),
          of("MET", 1),
          of("CEST", 2),
          of("MESZ", 2),
          of("MEST", 2),
          of("EET", 2),
          of("EEST", 3),
          of("TRT", 3),
          of("MSK", 3, 4),
          of("MSD", 4),
          of("EDT", -4),
          of("MDT", -6),
          of("PDT", -7),
          of("AKST", -9),
          of("AKDT", -8),
          of("HST", -10),
          of("JST", 9),
          of("KST", 9),
          of("HKT", 8),
          of("AWST", 8),
          of("AEST", 10),
          of("AEDT", 11),
          of("NZST", 12),
          of("NZDT", 13),
          of("SAST", 2),
          of("CAT", 2),
          of("EAT", 3),
          of("WAT", 1),
          of("BRT", -3),
          of("ART", -3),
          of("EST", -5, 10),
          of("CST", -6, 8, -5),
          of("CDT", -5, -4),
          of("MST", -7, 8),
          of("PST", -8, 8),
          of("AST", -4, 3),
          of("ADT", -3, 4),
          of("BST", 1, 6, 11),
          of("AMT", -4, 4),
          of("GST", 4, -2),
          of("SST", -11, 8),
          of("ECT", -5, -4),
          Map.entry("IST", new int[] {HOUR, 2 * HOUR, 5 * HOUR + HOUR / 2}));

  private ZoneWords() {}

  /** The offsets in seconds a short name may mean; null where the word is none. */
  static int @Nullable [] offsets(String word) {
    int[] known = SHORT_NAMES.get(word);
    return known == null ? SHORT_NAMES.get(word.toUpperCase(Locale.ROOT)) : known;
  }

  /** The zone of a region's name such as Europe/Berlin; null where there is none. */
  static @Nullable ZoneId region(String name) {
    boolean known =
        name.length() <= LONGEST_REGION && name.indexOf('/') > 0 && REGIONS.contains(name);
    return known ? ZoneId.of(name) : null;
  }

  private static Map.Entry<String, int[]> of(String name, int... hours) {
    int[] seconds = new int[hours.length];
    for (int index = 0; index < hours.length; index++) {
      seconds[index] = hours[index] * HOUR;
    }
    return Map.entry(name, seconds);
  }
}
