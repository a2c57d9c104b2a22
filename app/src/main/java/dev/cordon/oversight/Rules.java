package dev.cordon.oversight;

import dev.cordon.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The written rules over the ledger: data with a version, checked when loaded, shown with what they
 * find.
 *
 * @param version names this state of all rules
 * @param absent what no rule looks for, and why
 * @param rules in the order they are shown
 */
public record Rules(String version, String absent, List<Rule> rules) {

  /**
   * A threshold.
   *
   * @param value the rule's own
   * @param words what it counts
   */
  public record Setting(int value, String words) {}

  /**
   * One rule.
   *
   * @param name in addresses
   * @param version raised with every change of its query or its sentence
   * @param sentence what it finds
   * @param limits what it can not tell
   * @param needs kinds of entries it lives on; none for all
   * @param settings its thresholds by name
   * @param sql the query
   */
  public record Rule(
      String name,
      int version,
      String title,
      String sentence,
      String limits,
      List<String> needs,
      Map<String, Setting> settings,
      String sql) {

    /** Checks that the rule can be used and shown. */
    public Rule {
      needs = List.copyOf(needs);
      settings = new LinkedHashMap<>(settings);
      if (!name.matches("[a-z][a-z-]{2,40}")
          || version < 1
          || title.isBlank()
          || sentence.isBlank()
          || limits.isBlank()
          || !sql.contains(":operation")) {
        throw new IllegalArgumentException(
            "rule '" + name + "' needs a name, a version, a title, a sentence, limits and a query");
      }
    }
  }

  /** Checks that names are unique. */
  public Rules {
    rules = List.copyOf(rules);
    Set<String> names = new HashSet<>();
    for (Rule rule : rules) {
      if (!names.add(rule.name())) {
        throw new IllegalArgumentException("rule '" + rule.name() + "' stands twice");
      }
    }
  }

  /** The rules this program ships. */
  static Rules shipped() {
    try (InputStream in = Rules.class.getResourceAsStream("rules.yaml")) {
      return YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build()
          .readValue(in, Rules.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The rule of that name. */
  Rule rule(String name) {
    return rules.stream()
        .filter(rule -> rule.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new RefusedException("There is no rule named '" + name + "'."));
  }
}
