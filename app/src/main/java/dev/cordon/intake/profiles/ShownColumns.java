package dev.cordon.intake.profiles;

import dev.cordon.formats.profiles.ColumnUse;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.formats.profiles.TableProfile;
import dev.cordon.formats.profiles.TableSample;
import java.util.Map;
import java.util.Set;

/**
 * Which columns of a table a preview may show: those a profile takes as something else than text
 * and whose values do not read like text.
 */
final class ShownColumns {

  private static final int LONGEST = 100;
  private static final int MOST_WORDS = 8;

  private final boolean[] shown;

  private ShownColumns(boolean[] shown) {
    this.shown = shown;
  }

  static ShownColumns of(TableProfile profile, TableSample sample) {
    Map<String, String> names = Profiles.names(profile, sample.columns());
    ColumnUse use = ColumnUse.of(profile);
    boolean[] shown = new boolean[sample.columns().size()];
    for (int index = 0; index < shown.length; index++) {
      String column = sample.columns().get(index);
      shown[index] =
          isAmong(use.values(), column, names)
              && !isAmong(use.texts(), column, names)
              && !sample.readsLikeText(index);
    }
    return new ShownColumns(shown);
  }

  boolean isShown(int column) {
    return shown[column];
  }

  /** Whether a value is short enough to be shown: no text, no blob, one line. */
  static boolean isShort(String value) {
    return value.length() <= LONGEST
        && value.chars().noneMatch(Character::isISOControl)
        && value.strip().split("\\s+", MOST_WORDS + 2).length <= MOST_WORDS;
  }

  private static boolean isAmong(Set<String> used, String column, Map<String, String> names) {
    for (String name : used) {
      String actual = names.getOrDefault(name, name);
      if (normalised(actual).equals(normalised(column))) {
        return true;
      }
    }
    return false;
  }

  private static String normalised(String column) {
    return column.replaceAll("[^\\p{L}\\p{Nd}.]", "").toLowerCase(java.util.Locale.ROOT);
  }
}
