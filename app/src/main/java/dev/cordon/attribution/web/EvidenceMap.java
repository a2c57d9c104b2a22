package dev.cordon.attribution.web;

import dev.cordon.attribution.Attribution.Evidence;
import dev.cordon.attribution.AttributionRules;
import dev.cordon.attribution.EvidenceGroup;
import dev.cordon.reference.CountryCodes;
import dev.cordon.web.WorldMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The countries the evidence points to, drawn: Europe where all lie there, else the world.
 *
 * @param land where the outline of all land is
 * @param shows what is drawn, in words
 */
record EvidenceMap(String viewBox, String land, List<Place> places, String shows) {

  /**
   * A country something points to.
   *
   * @param tone {@code checked} where somebody other than the person stands behind a piece, else
   *     {@code declared}
   * @param outline where its outline is
   * @param says how many pieces of evidence, in words
   * @param tiny whether its outline is too small to be seen
   */
  record Place(
      String code, String tone, String outline, long x, long y, boolean tiny, String says) {}

  private record Found(long checked, long declared) {

    Found with(Evidence item, EvidenceGroup group) {
      return group.isChecked()
          ? new Found(checked + item.items(), declared)
          : new Found(checked, declared + item.items());
    }

    String words() {
      return checked
          + (checked == 1 ? " checked record, " : " checked records, ")
          + declared
          + " declared or set by the person";
    }
  }

  /** What points to a country; what hides where somebody is points to none. */
  static EvidenceMap of(WorldMap map, List<Evidence> evidence, AttributionRules rules) {
    Map<String, Found> found = new TreeMap<>();
    for (Evidence item : evidence) {
      EvidenceGroup group = rules.group(item.kind());
      if (CountryCodes.isCountry(item.country())
          && group != EvidenceGroup.MASKED
          && group != EvidenceGroup.SHOWN) {
        found.merge(
            item.country(),
            new Found(0, 0).with(item, group),
            (before, one) -> before.with(item, group));
      }
    }
    return found.isEmpty() ? new EvidenceMap("0 0 1 1", "", List.of(), "") : drawn(map, found);
  }

  private static EvidenceMap drawn(WorldMap map, Map<String, Found> found) {
    WorldMap.Sheet sheet =
        found.keySet().stream().allMatch(map::inEurope) ? map.europe() : map.world();
    List<Place> places = new ArrayList<>();
    sheet
        .shapes()
        .forEach((code, shape) -> {
          Found one = found.get(code);
          if (one != null) {
            places.add(
                new Place(
                    code,
                    one.checked() > 0 ? "checked" : "declared",
                    sheet.address(code),
                    Math.round(shape.labelX()),
                    Math.round(shape.labelY()),
                    shape.tiny(),
                    code + ": " + one.words()));
          }
        });
    return new EvidenceMap(
        sheet.viewBox(),
        sheet.address("land"),
        List.copyOf(places),
        "Evidence points to " + String.join(", ", found.keySet()));
  }
}
