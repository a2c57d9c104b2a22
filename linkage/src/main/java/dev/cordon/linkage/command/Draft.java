package dev.cordon.linkage.command;

import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.model.Agreement;
import dev.cordon.linkage.model.BlockingRule;
import dev.cordon.linkage.model.Cleaning;
import dev.cordon.linkage.model.Comparison;
import dev.cordon.linkage.model.Field;
import dev.cordon.linkage.model.Grouping;
import dev.cordon.linkage.model.Key;
import dev.cordon.linkage.model.Level;
import dev.cordon.linkage.model.Limits;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.model.Measure;
import dev.cordon.linkage.model.ModelWriter;
import dev.cordon.linkage.model.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Drafts a model from what columns hold: how full they are, how many values they have, whether
 * those are dates, numbers, codes or words. A draft is read and changed by a person before it is
 * used.
 */
final class Draft {

  private static final int MOST_COMPARISONS = 10;
  private static final int MOST_RULES = 8;
  private static final double LARGEST_BLOCK_WANTED = 60;

  private final List<Profile> profiles;

  private Draft(List<Profile> profiles) {
    this.profiles = profiles;
  }

  /** The draft's YAML. */
  static String of(List<Table> tables) {
    List<Profile> profiles = Profile.of(tables);
    List<Profile> useful =
        profiles.stream()
            .filter(Profile::isUseful)
            .sorted(Comparator.comparingDouble(Profile::evenness).reversed())
            .limit(MOST_COMPARISONS)
            .toList();
    if (useful.isEmpty()) {
      throw new LinkageException(
          "no column tells records apart and repeats values: nothing to propose a model from");
    }
    return notes(profiles) + ModelWriter.write(new Draft(useful).model());
  }

  private LinkageModel model() {
    List<Field> fields = new ArrayList<>();
    List<Comparison> comparisons = new ArrayList<>();
    for (Profile profile : profiles) {
      fields.add(new Field(name(profile), List.of(profile.column()), List.of(), cleaning(profile)));
      comparisons.add(comparison(profile));
    }
    List<BlockingRule> rules = rules();
    List<Session> sessions =
        rules.stream().limit(4).map(rule -> new Session(rule, List.of())).toList();
    return new LinkageModel(
        "draft",
        1,
        "Drafted from the data; read it before using it.",
        1,
        fields,
        comparisons,
        rules,
        sessions,
        List.of(),
        new Grouping(0.5, 0.1, -0.5, 1000, false),
        new Limits(1000, 100_000_000, 500_000, 300_000),
        Optional.empty());
  }

  private Comparison comparison(Profile profile) {
    String field = name(profile);
    List<Level> levels = new ArrayList<>();
    levels.add(new Level("the same", new Agreement.Same(new Key.Whole(field)), field));
    switch (profile.kind()) {
      case DATE -> {
        levels.add(new Level("one character differs", new Agreement.Near(Measure.SWAPS, field, 1)));
        levels.add(new Level("two characters differ", new Agreement.Near(Measure.SWAPS, field, 2)));
      }
      case CODE ->
          levels.add(
              new Level("one character differs", new Agreement.Near(Measure.SWAPS, field, 1)));
      case WORD -> {
        levels.add(new Level("very close", new Agreement.Like(Measure.JARO_WINKLER, field, 0.92)));
        levels.add(new Level("close", new Agreement.Like(Measure.JARO_WINKLER, field, 0.85)));
      }
      case TEXT -> {
        levels.add(new Level("nearly the same", new Agreement.Like(Measure.PIECES, field, 0.8)));
        levels.add(new Level("half the same", new Agreement.Like(Measure.PIECES, field, 0.5)));
      }
      case FEW -> {}
    }
    return new Comparison(field, List.of(field), levels);
  }

  // Single columns whose values are rare enough, then pairs of columns that are rare together.
  private List<BlockingRule> rules() {
    List<BlockingRule> rules = new ArrayList<>();
    for (Profile profile : profiles) {
      if (profile.meanBlock() <= LARGEST_BLOCK_WANTED && rules.size() < MOST_RULES / 2) {
        rules.add(new BlockingRule(List.of(new Key.Whole(name(profile)))));
      }
    }
    for (int first = 0; first < profiles.size(); first++) {
      for (int second = first + 1; second < profiles.size(); second++) {
        Profile a = profiles.get(first);
        Profile b = profiles.get(second);
        double together = a.meanBlock() * b.meanBlock() / Math.max(1, a.rows());
        if (together <= LARGEST_BLOCK_WANTED && rules.size() < MOST_RULES) {
          rules.add(new BlockingRule(List.of(new Key.Whole(name(a)), new Key.Whole(name(b)))));
        }
      }
    }
    if (rules.isEmpty()) {
      rules.add(
          new BlockingRule(
              profiles.stream().<Key>map(profile -> new Key.Whole(name(profile))).toList()));
    }
    return rules;
  }

  private static Cleaning cleaning(Profile profile) {
    return switch (profile.kind()) {
      case DATE -> Cleaning.DATE;
      case CODE -> Cleaning.CODE;
      case WORD, TEXT, FEW -> Cleaning.FOLD;
    };
  }

  private static String name(Profile profile) {
    String plain = profile.column().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    String letters = plain.replaceAll("^[^a-z]+", "").replaceAll("_+$", "");
    String bounded = letters.length() > 30 ? letters.substring(0, 30) : letters;
    return (bounded.isEmpty() ? "column" : bounded) + "_" + profile.place();
  }

  private static String notes(List<Profile> profiles) {
    StringBuilder notes = new StringBuilder("# What the columns hold:\n");
    for (Profile profile : profiles) {
      notes.append("#   ").append(profile.said()).append('\n');
    }
    return notes.toString();
  }
}
