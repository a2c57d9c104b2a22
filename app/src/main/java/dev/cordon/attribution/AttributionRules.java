package dev.cordon.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The rules by which records point to a country: data with a version, checked when loaded, printed
 * with what was made by it.
 *
 * @param version names this state of the rules
 * @param kinds kinds of evidence
 * @param dominantDays how many times the days of the next country's lines one country's must have
 * @param connections kinds of connection that point to a country, with their kind of evidence
 * @param noCountry codes that stand for no country
 * @param sharedCallingCodes calling codes of several countries
 * @param rules tried in order
 */
public record AttributionRules(
    String version,
    List<Kind> kinds,
    int dominantDays,
    Map<String, String> connections,
    Set<String> noCountry,
    Set<Integer> sharedCallingCodes,
    List<Rule> rules) {

  /**
   * A kind of evidence.
   *
   * @param kind its name, in capitals
   * @param leads whether it counts in the rules; others are only shown
   * @param says the start of its sentence
   */
  public record Kind(String kind, boolean leads, String says) {}

  /**
   * One rule.
   *
   * @param name what it says
   * @param strength what its answer is worth
   * @param kinds least kinds of evidence that point to the country
   * @param against most kinds that point to the next country
   * @param days least days of use, where only lines point to the country
   */
  public record Rule(String name, EvidenceStrength strength, int kinds, int against, int days) {}

  /** Checks that the rules can be used. */
  public AttributionRules {
    kinds = List.copyOf(kinds);
    connections = Map.copyOf(connections);
    noCountry = Set.copyOf(noCountry);
    sharedCallingCodes = Set.copyOf(sharedCallingCodes);
    rules = List.copyOf(rules);
    Set<String> known = kinds.stream().map(Kind::kind).collect(Collectors.toSet());
    if (known.size() != kinds.size()) {
      throw new IllegalArgumentException("a kind of evidence stands twice in the rules");
    }
    if (!known.containsAll(connections.values())) {
      throw new IllegalArgumentException(
          "connections name a kind of evidence the rules lack: " + connections.values());
    }
    if (version.isBlank() || dominantDays < 1) {
      throw new IllegalArgumentException("the rules need a version and dominantDays of at least 1");
    }
    for (Rule rule : rules) {
      if (rule.kinds() < 1 || rule.against() < 0 || rule.against() >= rule.kinds()) {
        throw new IllegalArgumentException(
            "rule '" + rule.name() + "': more kinds must speak for than against");
      }
    }
  }

  /** The rules shipped with Cordon. */
  public static AttributionRules standard() {
    try (InputStream in = AttributionRules.class.getResourceAsStream("rules.yaml")) {
      if (in == null) {
        throw new IllegalStateException("this build lacks dev/cordon/attribution/rules.yaml");
      }
      return read(in);
    } catch (IOException failure) {
      throw new UncheckedIOException("the attribution rules cannot be read", failure);
    }
  }

  /** Reads rules, refusing unknown keys. */
  public static AttributionRules read(InputStream yaml) {
    try {
      return YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build()
          .readValue(yaml, AttributionRules.class);
    } catch (JacksonException failure) {
      throw new IllegalArgumentException(
          "the attribution rules are not usable: " + failure.getOriginalMessage(), failure);
    }
  }
}
