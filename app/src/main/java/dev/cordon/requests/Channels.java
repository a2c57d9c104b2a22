package dev.cordon.requests;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cordon.reference.CountryCodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Which legal basis and channel leads from one country to another: data with a version, checked
 * when loaded. A proposal to the member who states the basis; never a legal opinion.
 *
 * @param groups countries bound by an instrument, by its name
 * @param rules tried in order; the last fits all
 * @param preservation how to have data kept meanwhile
 */
public record Channels(
    @JsonProperty(required = true) String version,
    @JsonProperty(required = true) Map<String, Set<String>> groups,
    @JsonProperty(required = true) List<Rule> rules,
    @JsonProperty(required = true) List<Preservation> preservation) {

  /**
   * One way.
   *
   * @param confidence high, check or unknown: whether a jurist still has to look
   */
  public record Rule(
      @JsonProperty(required = true) String name,
      boolean sameCountry,
      @Nullable String from,
      @Nullable String to,
      @JsonProperty(required = true) String basis,
      @JsonProperty(required = true) String channel,
      @JsonProperty(required = true) String source,
      @JsonProperty(required = true) String confidence) {}

  /** How data is kept among the countries of a group. */
  public record Preservation(
      @JsonProperty(required = true) String group, @JsonProperty(required = true) String channel) {}

  /** Refuses groups that are not there and codes that are no country's. */
  public Channels {
    groups = Map.copyOf(groups);
    rules = List.copyOf(rules);
    preservation = List.copyOf(preservation);
    for (Map.Entry<String, Set<String>> group : groups.entrySet()) {
      for (String code : group.getValue()) {
        if (!CountryCodes.isCountry(code)) {
          throw new IllegalArgumentException(
              "group " + group.getKey() + ": '" + code + "' is not a country code");
        }
      }
    }
    for (Rule rule : rules) {
      for (String group : new String[] {rule.from(), rule.to()}) {
        if (group != null && !groups.containsKey(group)) {
          throw new IllegalArgumentException("rule '" + rule.name() + "': no group " + group);
        }
      }
    }
    if (rules.isEmpty() || rules.getLast().from() != null || rules.getLast().sameCountry()) {
      throw new IllegalArgumentException("the last rule must fit any two countries");
    }
  }

  /** The way from an asking country to a provider's. */
  public Rule between(String from, String to) {
    return rules.stream().filter(rule -> fits(rule, from, to)).findFirst().orElse(rules.getLast());
  }

  /** How to have data kept, if an instrument between the two is known. */
  public Optional<String> preservation(String from, String to) {
    return preservation.stream()
        .filter(one -> in(one.group(), from) && in(one.group(), to))
        .map(Preservation::channel)
        .findFirst();
  }

  private boolean fits(Rule rule, String from, String to) {
    return rule.sameCountry() ? from.equals(to) : in(rule.from(), from) && in(rule.to(), to);
  }

  private boolean in(@Nullable String group, String country) {
    return group == null || groups.getOrDefault(group, Set.of()).contains(country);
  }

  /** The data that comes with Cordon. */
  public static Channels shipped() {
    try (InputStream in = Channels.class.getResourceAsStream("channels.yaml")) {
      if (in == null) {
        throw new IllegalStateException("this build lacks dev/cordon/requests/channels.yaml");
      }
      return read(in);
    } catch (IOException failure) {
      throw new UncheckedIOException("the channels cannot be read", failure);
    }
  }

  /** Reads such data, refusing unknown keys. */
  public static Channels read(InputStream yaml) {
    try {
      return YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build()
          .readValue(yaml, Channels.class);
    } catch (JacksonException failure) {
      throw new IllegalArgumentException(
          "the channels are not usable: " + failure.getOriginalMessage(), failure);
    }
  }
}
