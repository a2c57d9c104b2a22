package dev.cordon.figures.web;

import dev.cordon.web.WorldMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The map as the page draws it.
 *
 * @param europe the larger picture
 * @param world the small one
 * @param steps the classes of the legend, from few to many
 */
record MapView(Picture europe, Picture world, List<Step> steps) {

  /** A class of the legend: from how many to how many. */
  record Step(int number, long from, long to) {

    public String words() {
      return from == to ? Long.toString(from) : from + " to " + to;
    }
  }

  /** A country with a number. */
  record Country(
      String code,
      long count,
      int step,
      String outline,
      double x,
      double y,
      boolean tiny,
      boolean labelled) {}

  /** One picture: where the outline of all land is, and countries with numbers each as a link. */
  record Picture(String viewBox, String land, List<Country> countries) {}

  static MapView of(WorldMap map, Map<String, Long> counts) {
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    List<Step> steps = steps(most);
    return new MapView(
        picture(map.europe(), counts, steps, code -> true),
        picture(map.world(), counts, steps, code -> !map.inEurope(code)),
        steps);
  }

  /** Each class holds about twice the one before; small operations get fewer classes. */
  static List<Step> steps(long most) {
    List<Step> steps = new ArrayList<>();
    long from = 1;
    for (int number = 0; number < 5 && from <= most; number++) {
      long to = number == 4 ? most : Math.max(from, Math.ceilDiv(most, 1L << (4 - number)));
      steps.add(new Step(number, from, to));
      from = to + 1;
    }
    return List.copyOf(steps);
  }

  private static Picture picture(
      WorldMap.Sheet sheet,
      Map<String, Long> counts,
      List<Step> steps,
      java.util.function.Predicate<String> labelled) {
    List<Country> countries = new ArrayList<>();
    sheet
        .shapes()
        .forEach((code, shape) -> {
          long count = counts.getOrDefault(code, 0L);
          if (count == 0) {
            return;
          }
          countries.add(
              new Country(
                  code,
                  count,
                  step(count, steps),
                  sheet.address(code),
                  Math.round(shape.labelX()),
                  Math.round(shape.labelY()),
                  shape.tiny(),
                  labelled.test(code)));
        });
    return new Picture(sheet.viewBox(), sheet.address("land"), List.copyOf(countries));
  }

  private static int step(long count, List<Step> steps) {
    return steps.stream()
        .filter(step -> count >= step.from() && count <= step.to())
        .mapToInt(Step::number)
        .findFirst()
        .orElse(0);
  }
}
