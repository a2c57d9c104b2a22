package dev.cordon.intake.internal;

import dev.cordon.formats.profiles.TableProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the columns of a table by the names a profile uses. */
final class Columns {

  private final TableProfile profile;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> names;

  Columns(TableProfile profile, List<String> columns) {
    this.profile = profile;
    this.names = columns;
    for (int index = 0; index < columns.size(); index++) {
      places.putIfAbsent(normalised(columns.get(index)), index);
    }
  }

  /** The column's name as the table writes it; the profile's word where the table has no such. */
  String written(String name) {
    int[] found = find(name);
    return found.length == 0 ? name : names.get(found[0]);
  }

  /** The columns that may hold this, the likeliest first; none where the table has no such. */
  int[] find(String name) {
    List<String> alternatives = profile.columns().getOrDefault(name, List.of(name));
    List<Integer> found = new ArrayList<>();
    for (String alternative : alternatives) {
      Integer place = places.get(normalised(alternative));
      if (place != null && !found.contains(place)) {
        found.add(place);
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private static String normalised(String column) {
    StringBuilder name = new StringBuilder();
    for (int index = 0; index < column.length(); index++) {
      char letter = column.charAt(index);
      if (Character.isLetterOrDigit(letter) || letter == '.' || letter == '^') {
        name.append(letter);
      }
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }
}
