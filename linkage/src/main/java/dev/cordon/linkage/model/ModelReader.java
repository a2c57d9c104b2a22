package dev.cordon.linkage.model;

import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.model.Parameters.Dependence;
import dev.cordon.linkage.model.Parameters.Estimate;
import dev.cordon.linkage.model.Parameters.Pair;
import dev.cordon.linkage.model.Parameters.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a model from its YAML file; every message names the file's place. */
public final class ModelReader {

  private static final long LARGEST_BYTES = 64L << 20;
  private static final int DEFAULT_VERSION = 1;

  private ModelReader() {}

  /** The model in a file of at most 64 MiB. */
  public static LinkageModel read(Path file) {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new LinkageException("the model " + file + " is larger than 64 MiB");
      }
      return read(file.toString(), Files.readString(file));
    } catch (IOException failure) {
      throw new LinkageException("the model " + file + " cannot be read: " + failure, failure);
    }
  }

  /** The model in a text; {@code source} is named in messages. */
  public static LinkageModel read(String source, String yaml) {
    try {
      JsonNode tree =
          new YAMLMapper(
                  YAMLFactory.builder()
                      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                      .build())
              .readTree(yaml);
      return model(new Place(source, tree));
    } catch (JacksonException failure) {
      throw new LinkageException(
          "the model " + source + " is not YAML: " + failure.getOriginalMessage(), failure);
    }
  }

  private static LinkageModel model(Place root) {
    root.only(
        "model",
        "version",
        "about",
        "seed",
        "fields",
        "comparisons",
        "blocking",
        "training",
        "variants",
        "clusters",
        "limits",
        "parameters");
    Place parameters = root.at("parameters");
    return root.checked(() ->
        new LinkageModel(
            root.text("model"),
            (int) root.number("version", DEFAULT_VERSION),
            root.text("about", ""),
            root.number("seed", 1),
            root.each("fields", ModelReader::field),
            root.each("comparisons", ModelReader::comparison),
            root.each("blocking", ModelReader::rule),
            root.each("training", ModelReader::session),
            root.each("variants", ModelReader::learning),
            grouping(root.at("clusters")),
            limits(root.at("limits")),
            parameters.isMissing() ? Optional.empty() : Optional.of(parameters(parameters))));
  }

  private static Field field(Place place) {
    place.only("name", "columns", "join", "clean");
    return new Field(
        place.text("name"),
        place.texts("columns"),
        place.texts("join"),
        place.constant("clean", Cleaning.class, Cleaning.FOLD));
  }

  private static Comparison comparison(Place place) {
    place.only("name", "of", "levels");
    return place.checked(() ->
        new Comparison(
            place.text("name"), place.texts("of"), place.each("levels", ModelReader::level)));
  }

  private static Level level(Place place) {
    place.only("label", "when", "frequency");
    String when = place.text("when");
    Agreement agreement = place.checked(() -> Expressions.agreement(when));
    String frequency = place.text("frequency", "");
    return new Level(place.text("label", when), agreement, frequency.isEmpty() ? null : frequency);
  }

  private static BlockingRule rule(Place place) {
    return place.checked(
        () -> new BlockingRule(place.texts().stream().map(Expressions::key).toList()));
  }

  private static Session session(Place place) {
    place.only("block", "skip");
    return place.checked(() -> new Session(rule(place.at("block")), place.texts("skip")));
  }

  private static Learning learning(Place place) {
    place.only("of", "block", "support");
    return place.checked(() ->
        new Learning(place.text("of"), rule(place.at("block")), (int) place.number("support", 3)));
  }

  private static Grouping grouping(Place place) {
    place.only("threshold", "inner_agreement", "unseen", "largest", "one_per_source");
    return place.checked(() ->
        new Grouping(
            place.decimal("threshold", 0.5),
            place.decimal("inner_agreement", 0.3),
            place.decimal("unseen", -1),
            (int) place.number("largest", 1000),
            place.truth("one_per_source")));
  }

  private static Limits limits(Place place) {
    place.only("largest_block", "pairs", "random_pairs", "session_pairs");
    return place.checked(() ->
        new Limits(
            (int) place.number("largest_block", 500),
            place.number("pairs", 200_000_000L),
            (int) place.number("random_pairs", 1_000_000),
            (int) place.number("session_pairs", 1_000_000)));
  }

  private static Parameters parameters(Place place) {
    place.only("matches", "records", "comparisons", "dependences", "variants");
    return place.checked(() ->
        new Parameters(
            place.decimal("matches", Double.NaN),
            place.each("comparisons", ModelReader::estimate),
            place.each("dependences", ModelReader::dependence),
            place.each("variants", ModelReader::variants),
            place.number("records", 0)));
  }

  private static Dependence dependence(Place place) {
    place.only("of", "bits");
    List<String> two = place.texts("of");
    if (two.size() != 2) {
      throw place.wrong("is of " + two.size() + " comparisons, not 2");
    }
    return place.checked(
        () -> new Dependence(two.get(0), two.get(1), place.decimal("bits", Double.NaN)));
  }

  private static Estimate estimate(Place place) {
    place.only("name", "levels");
    List<Double> m = new ArrayList<>(List.of(0.0));
    List<Double> u = new ArrayList<>(List.of(0.0));
    place.each(
        "levels",
        level -> {
          level.only("level", "m", "u", "weight");
          m.add(level.decimal("m", Double.NaN));
          u.add(level.decimal("u", Double.NaN));
          return level;
        });
    return place.checked(() -> new Estimate(place.text("name"), m, u));
  }

  private static Variants variants(Place place) {
    place.only("of", "pairs");
    return new Variants(
        place.text("of"),
        place.each(
            "pairs",
            pair -> {
              List<String> two = pair.texts();
              if (two.size() != 2) {
                throw pair.wrong("holds " + two.size() + " values, not 2");
              }
              return new Pair(two.get(0), two.get(1));
            }));
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
