package dev.cordon.triage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The written rules of the queue's order: data with a version, checked when loaded, shown on a
 * page.
 *
 * @param version raised with every change; items are placed anew then
 * @param radius bits in which perceptual codes of near duplicates may differ
 * @param monthsRecent how old what counts as recent may be
 * @param leastCountries from how many countries on an item is found in several
 * @param leastSeries from how many items on there is a series
 * @param inquiriesADay how often an agency asks in 24 hours; the database holds the same limit
 * @param itemsOfAnInquiry how many items one inquiry asks about; the database holds the same limit
 * @param rules the first decides first
 */
public record QueueRules(
    int version,
    int radius,
    int monthsRecent,
    int leastCountries,
    int leastSeries,
    int inquiriesADay,
    int itemsOfAnInquiry,
    List<Rule> rules) {

  private static final Set<String> FACTS =
      Set.of("media", "unknown", "countries", "recent", "camera", "series");

  /**
   * One rule.
   *
   * @param name of the fact it asks
   * @param title the reason in words
   */
  public record Rule(String name, String title, String because) {}

  /** Checks that each fact is asked once. */
  public QueueRules {
    rules = List.copyOf(rules);
    Set<String> names = rules.stream().map(Rule::name).collect(Collectors.toSet());
    if (!names.equals(FACTS)
        || rules.size() != FACTS.size()
        || version < 1
        || radius < 0
        || radius > 31
        || leastSeries < 2
        || leastCountries < 2) {
      throw new IllegalArgumentException(
          "the rules of the queue name each of " + FACTS + " once, with a version and thresholds");
    }
  }

  /** The rules this program ships. */
  static QueueRules shipped() {
    try (InputStream in = QueueRules.class.getResourceAsStream("queue.yaml")) {
      return YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build()
          .readValue(in, QueueRules.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The bit of each rule, the first the highest. */
  Map<String, Integer> bits() {
    Map<String, Integer> bits = new LinkedHashMap<>();
    int bit = 1 << (rules.size() - 1);
    for (Rule rule : rules) {
      bits.put(rule.name(), bit);
      bit >>= 1;
    }
    return bits;
  }

  /** The reasons an item has its place for, in the order of the rules. */
  List<String> reasons(int bits) {
    Map<String, Integer> all = bits();
    return rules.stream()
        .filter(rule -> (bits & all.getOrDefault(rule.name(), 0)) != 0)
        .map(Rule::title)
        .toList();
  }

  /** Whether the rule of that name holds. */
  boolean holds(int bits, String name) {
    return (bits & bits().getOrDefault(name, 0)) != 0;
  }

  /** As the database is given them. */
  String json() {
    return JsonLines.written(
        Map.of(
            "version", version,
            "bits", bits(),
            "months", monthsRecent,
            "least", leastSeries,
            "countries", leastCountries));
  }
}
