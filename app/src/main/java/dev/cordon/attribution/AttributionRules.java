package dev.cordon.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param journey when the lines of a country are a journey
 * @param former when the lines of a country are those of a former home
 * @param connections kinds of connection, with their kind of evidence
 * @param noCountry codes that stand for no country
 * @param sharedCallingCodes calling codes of several countries
 * @param rules tried in order
 */
public record AttributionRules(
    String version,
    List<Kind> kinds,
    Journey journey,
    Former former,
    Map<String, String> connections,
    Set<String> noCountry,
    Set<Integer> sharedCallingCodes,
    List<Rule> rules) {

  /**
   * A kind of evidence.
   *
   * @param kind its name, in capitals
   * @param group who stands behind it
   * @param says its sentence, with COUNTRY, TIMES and DAYS to be filled in
   */
  public record Kind(String kind, EvidenceGroup group, String says) {}

  /**
   * Somebody who travels keeps a home.
   *
   * @param timesDays lines of one kind in another country on this many times the days outweigh
   */
  public record Journey(int timesDays) {}

  /**
   * Somebody who moved lives where the later lines are.
   *
   * @param quietDays days without any line in the country before the last line elsewhere
   * @param settledDays days with lines elsewhere after the last line in the country
   */
  public record Former(int quietDays, int settledDays) {}

  /**
   * One rule. It fits the country with most checked kinds, then most declared ones.
   *
   * @param name what it says
   * @param strength what its answer is worth
   * @param checked least checked kinds that point to the country
   * @param declared least declared kinds that do
   * @param against most checked kinds that point to the next country
   * @param contrary most declared kinds that point to another country
   * @param days least days of use, where only lines point to the country
   * @param masked whether it holds where connections were hidden
   */
  public record Rule(
      String name,
      EvidenceStrength strength,
      int checked,
      int declared,
      int against,
      int contrary,
      int days,
      boolean masked) {}

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
    if (version.isBlank() || journey.timesDays() < 2 || former.quietDays() < 1) {
      throw new IllegalArgumentException(
          "the rules need a version, a journey outweighed at least twice, and a former home quiet"
              + " for at least a day");
    }
    rules.forEach(AttributionRules::check);
  }

  private static void check(Rule rule) {
    String where = "rule '" + rule.name() + "': ";
    if (rule.checked() + rule.declared() < 1) {
      throw new IllegalArgumentException(where + "something must point to the country");
    }
    if (rule.against() < 0 || rule.against() > 0 && rule.against() >= rule.checked()) {
      throw new IllegalArgumentException(where + "more kinds must speak for than against");
    }
    if (rule.checked() == 0 && (rule.masked() || rule.strength() != EvidenceStrength.WEAK)) {
      throw new IllegalArgumentException(
          where + "what nobody checked is weak, and nothing where connections were hidden");
    }
    if (rule.strength() == EvidenceStrength.CONFLICTING
        || rule.strength() == EvidenceStrength.NONE) {
      throw new IllegalArgumentException(where + "a rule states a country");
    }
  }

  /** The kind of that name, if the rules know it. */
  public Optional<Kind> kind(String name) {
    return kinds.stream().filter(kind -> kind.kind().equals(name)).findFirst();
  }

  /** The group of a kind; what the rules do not know is shown and counts for nothing. */
  public EvidenceGroup group(String name) {
    return kind(name).map(Kind::group).orElse(EvidenceGroup.SHOWN);
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
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build()
          .readValue(yaml, AttributionRules.class);
    } catch (JacksonException failure) {
      throw new IllegalArgumentException(
          "the attribution rules are not usable: " + failure.getOriginalMessage(), failure);
    }
  }
}
