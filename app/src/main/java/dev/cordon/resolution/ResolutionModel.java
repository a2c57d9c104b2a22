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
 * @param corroboration how traces that show nothing alone are added up
 */
public record ResolutionModel(
    String version,
    int largestCluster,
    List<KindRule> rules,
    List<String> householdMailboxes,
    List<String> placeholderNames,
    Map<String, List<String>> shortForms,
    Corroboration corroboration) {

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
   * @param household whether another person of one household, or a relative, could share it as well
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
      boolean household,
      String says) {

    SelectorRule selectorRule() {
      return new SelectorRule(kind, maximumHolders, strength);
    }
  }

  /**
   * How traces that show nothing alone are added up, in bits: the base-2 logarithm of how much more
   * often one person's groups of accounts have a trace in common than two people's.
   *
   * @param threshold bits at which two groups are proposed as one person's
   * @param margin bits by which the better of two links must lead, where they lead to two people
   * @param maximumGroups most groups that may share a value which still counts as a trace
   * @param bits for each sign its bits; what the signs mean stands in the model's file
   */
  public record Corroboration(
      double threshold, double margin, int maximumGroups, Map<Sign, Double> bits) {

    /** Checks that every sign has a finite weight. */
    public Corroboration {
      bits = Map.copyOf(bits);
      if (!Double.isFinite(threshold) || threshold <= 0 || !(margin >= 0) || maximumGroups < 2) {
        throw new IllegalArgumentException(
            "corroboration needs a threshold above 0, a margin of at least 0 and maximumGroups of at"
                + " least 2, not "
                + threshold
                + ", "
                + margin
                + " and "
                + maximumGroups);
      }
      for (Sign sign : Sign.values()) {
        Double weight = bits.get(sign);
        if (weight == null || !Double.isFinite(weight)) {
          throw new IllegalArgumentException(
              "corroboration: the sign " + sign + " needs a finite weight, not " + weight);
        }
      }
    }

    /** The bits of a sign. */
    public double bits(Sign sign) {
      return bits.getOrDefault(sign, 0.0);
    }
  }

  /** What two groups of accounts may have in common, or what tells them apart. */
  public enum Sign {
    /** One home line, used within a day of each other. */
    LINE_DAY("one home line within a day"),
    /** Within a week. */
    LINE_WEEK("one home line within a week"),
    /** Within thirty days. */
    LINE_MONTH("one home line within a month"),
    /** Within 120 days. */
    LINE_QUARTER("one home line within four months"),
    /** Longer apart, or when is not known. */
    LINE_OLDER("one home line, at other times"),
    /**
     * One line on one system, no name or handle in common: two of a household, each its account.
     */
    LINE_ONE_SYSTEM("one line and one system, no name in common"),
    /** For each group beyond two that uses the line. */
    LINE_FURTHER("others use the line too"),
    /** A second line in common: one moves with its user, both are no chance. */
    LINES_SEVERAL("several home lines in common"),
    /** Each used the line before and after the other did: it was not passed on. */
    LINE_BY_TURNS("the line used by turns"),
    /** One handle, whatever its script. */
    HANDLE("one handle"),
    /** For each group beyond two that has the handle. */
    HANDLE_FURTHER("others have the handle too"),
    /** One handle under one name. */
    HANDLE_NAMED("the handle under one name"),
    /** One postal address under one name. */
    ADDRESS_NAMED("one postal address under one name"),
    /** One postal address, the names unclear. */
    ADDRESS("one postal address"),
    /** One postal address and one home line: the same roof told twice. */
    ROOF("line and address are one roof"),
    /** One name, one line, other programs: father and son, say. */
    HOUSEHOLD("one name and line, other programs"),
    /** One mailbox that serves several names. */
    MAILBOX("one mailbox of several names"),
    /** One recovery mailbox that serves several names. */
    RECOVERY("one recovery mailbox of several names"),
    /** One device, line of telephone or wallet that serves several names. */
    SHARED("one device, number or wallet of several names"),
    /** One card that pays for several: the name on the bill may be the payer's. */
    SHARED_PAYER("one card pays for several people"),
    /** The most that one program in common can add; half the bits of its rarity. */
    PROGRAM_AT_MOST("one program"),
    /** Both programs known, none in common. */
    PROGRAMS_DIFFER("other programs"),
    /** Both programs known, other releases of one kind. */
    PROGRAM_KIND("other releases of one kind of program"),
    /** Both countries of connection known, none in common. */
    COUNTRIES_DIFFER("other countries"),
    /** Telephone numbers known of both, none in common. */
    NUMBERS_DIFFER("other telephone numbers"),
    /** The agreeing name stands beside another one: it may be the payer's. */
    SEVERAL_NAMES("another name stands beside the one in common"),
    /** Accounts on different systems, as one person has them. */
    OTHER_SYSTEM("on different systems"),
    /** Accounts on one system. */
    SAME_SYSTEM("on one system"),
    /** The names agree. */
    NAMES_AGREE("the names agree"),
    /** Both named, and neither agreeing nor clearly different. */
    NAMES_UNCLEAR("the names are unclear");

    private final String text;

    Sign(String text) {
      this.text = text;
    }

    /** In words. */
    public String text() {
      return text;
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
