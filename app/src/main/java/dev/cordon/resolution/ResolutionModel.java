package dev.cordon.resolution;

import dev.cordon.linkage.SelectorRule;
import dev.cordon.linkage.Strength;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The rules by which shared selectors become proposed links: data with a version, checked when
 * loaded, printed with what was made by it.
 *
 * @param version names this state of the rules
 * @param largestCluster most accounts of one proposed cluster
 * @param rules one for each kind of selector
 * @param householdMailboxes first words of mailbox names that belong to more than one person
 * @param placeholderNames what card products print instead of a name
 * @param shortForms given names with their short forms
 */
public record ResolutionModel(
    String version,
    int largestCluster,
    List<KindRule> rules,
    List<String> householdMailboxes,
    List<String> placeholderNames,
    Map<String, List<String>> shortForms) {

  /**
   * The rule of one kind of selector.
   *
   * @param kind the kind, in capitals
   * @param maximumHolders most holders of a value that still means something
   * @param strength what sharing it says
   * @param onNameConflict the flag of a pair whose names clearly differ
   * @param oneConflictSpoils whether one such pair keeps apart all holders whose names do not agree
   * @param needsAgreement whether only agreeing names join
   * @param needsProgram whether, where the programs of both are known, one must be the same
   * @param says what is shared, as a sentence goes on after "both hold"
   */
  public record KindRule(
      String kind,
      int maximumHolders,
      Strength strength,
      String onNameConflict,
      boolean oneConflictSpoils,
      boolean needsAgreement,
      boolean needsProgram,
      String says) {

    SelectorRule selectorRule() {
      return new SelectorRule(kind, maximumHolders, strength);
    }
  }

  /** Checks that the rules can be used. */
  public ResolutionModel {
    rules = List.copyOf(rules);
    householdMailboxes = List.copyOf(householdMailboxes);
    placeholderNames = List.copyOf(placeholderNames);
    shortForms = Map.copyOf(shortForms);
    if (version.isBlank() || largestCluster < 2) {
      throw new IllegalArgumentException(
          "a resolution model needs a version and largestCluster of at least 2, not "
              + largestCluster);
    }
    Set<String> kinds = new HashSet<>();
    for (KindRule rule : rules) {
      rule.selectorRule();
      if (!kinds.add(rule.kind())) {
        throw new IllegalArgumentException("two rules for the selector kind " + rule.kind());
      }
    }
  }

  /** The rules of every kind for the linkage plan. */
  public List<SelectorRule> selectorRules() {
    return rules.stream().map(KindRule::selectorRule).toList();
  }

  /** The model shipped with Cordon. */
  public static ResolutionModel standard() {
    try (InputStream in = ResolutionModel.class.getResourceAsStream("model.yaml")) {
      if (in == null) {
        throw new IllegalStateException("this build lacks dev/cordon/resolution/model.yaml");
      }
      return read(in);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException("the resolution model cannot be read", failure);
    }
  }

  /** Reads a model, refusing unknown keys. */
  public static ResolutionModel read(InputStream yaml) {
    try {
      return YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build()
          .readValue(yaml, ResolutionModel.class);
    } catch (JacksonException failure) {
      throw new IllegalArgumentException(
          "the resolution model is not usable: " + failure.getOriginalMessage(), failure);
    }
  }
}
