package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Country;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.platform.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The agencies of the countries that take part: invented names, invented officers, Denmark leads.
 */
final class Agencies {
  private Agencies() {}

  static String name(Country country) {
    return "Exercise Police of " + country.name();
  }

  /** The officers of a country's agency. */
  static List<String> officers(World world, Country country) {
    Dice dice = Dice.of(world.seed(), "officers", country.number());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      names.add(dice.pick(country.givenNames()) + ' ' + dice.pick(country.familyNames()));
    }
    return names;
  }

  /** Rows of agencies.json. */
  static List<Map<String, Object>> all(World world) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Country country : world.countries().all()) {
      if (country.takesPart()) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("country", country.code());
        row.put("country_name", country.name());
        row.put("agency", name(country));
        row.put("zone", country.zone().getId());
        row.put("lead", country.code().equals("DK"));
        row.put("officers", officers(world, country));
        rows.add(row);
      }
    }
    return rows;
  }
}
