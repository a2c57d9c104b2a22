package dev.cordon.linkage.chart;

import dev.cordon.linkage.chart.Bars.Bar;
import dev.cordon.linkage.chart.Lines.Line;
import dev.cordon.linkage.group.Pairs;
import dev.cordon.linkage.group.Truth;
import dev.cordon.linkage.link.Blocks;
import dev.cordon.linkage.link.Linkage;
import dev.cordon.linkage.model.Comparison;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.model.Parameters.Estimate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Draws a run: each chart as SVG, and its figures as JSON beside it. */
public final class Charts {

  private static final int LEAST_BITS = -8;
  private static final int MOST_BITS = 40;

  private final Path folder;
  private final Linkage.Compared compared;
  private final int[] clusters;
  private final @Nullable Truth truth;

  /** Of a run; with labels there is a chart of precision and recall. */
  public Charts(Path folder, Linkage.Compared compared, int[] clusters, @Nullable Truth truth) {
    this.folder = folder;
    this.compared = compared;
    this.clusters = clusters.clone();
    this.truth = truth;
  }

  /** Writes all charts into the folder, which is made when missing. */
  public void write() throws IOException {
    Files.createDirectories(folder);
    save("match-weights", weights());
    save("m-probabilities", probabilities("m: how often matches have each level", Estimate::m));
    save("u-probabilities", probabilities("u: how often strangers have each level", Estimate::u));
    save("blocking", blocking());
    save("weights-of-pairs", histogram());
    save("unlinkables", unlinkables());
    save("cluster-sizes", sizes());
    if (truth != null) {
      save("thresholds", thresholds(truth));
    }
    Studio.largest(compared, clusters).ifPresent(studio -> saveUnchecked("cluster-studio", studio));
  }

  private Bars weights() {
    return levels(
        "Match weights", "bits; right of zero speaks for a match", Estimate::weight, "%.2f");
  }

  private Bars probabilities(String title, Function<Estimate, List<Double>> which) {
    return levels(title, "share", (estimate, level) -> which.apply(estimate).get(level), "%.5f");
  }

  private interface OfLevel {
    double value(Estimate estimate, int level);
  }

  private Bars levels(String title, String unit, OfLevel which, String format) {
    LinkageModel model = compared.model();
    List<Bar> bars = new ArrayList<>();
    for (Estimate estimate : model.parameters().orElseThrow().comparisons()) {
      Comparison comparison =
          model.comparisons().stream()
              .filter(each -> each.name().equals(estimate.comparison()))
              .findFirst()
              .orElseThrow();
      for (int level = 1; level < comparison.size(); level++) {
        double value = which.value(estimate, level);
        bars.add(
            new Bar(
                comparison.name(),
                comparison.label(level),
                value,
                String.format(Locale.ROOT, format, value)));
      }
    }
    return new Bars(title, unit, bars);
  }

  private Bars blocking() {
    List<Bar> bars = new ArrayList<>();
    for (Blocks.Rule rule : compared.blocks().rules()) {
      String refused =
          rule.refusedBlocks() == 0
              ? ""
              : String.format(Locale.ROOT, " (%,d values refused)", rule.refusedBlocks());
      bars.add(
          new Bar(
              "",
              rule.rule().toString(),
              rule.pairs(),
              String.format(Locale.ROOT, "%,d%s", rule.pairs(), refused)));
    }
    return new Bars("Pairs by blocking rule", "pairs predicted before comparing", bars);
  }

  private Bars histogram() {
    long[] counts = new long[MOST_BITS - LEAST_BITS + 1];
    Pairs pairs = compared.pairs();
    for (int pair = 0; pair < pairs.size(); pair++) {
      int bits = (int) Math.floor(pairs.weight(pair));
      counts[Math.clamp(bits, LEAST_BITS, MOST_BITS) - LEAST_BITS]++;
    }
    List<Bar> bars = new ArrayList<>();
    for (int index = 0; index < counts.length; index++) {
      String label = (index + LEAST_BITS) + (index == counts.length - 1 ? " and more" : "");
      bars.add(new Bar("", label, counts[index], String.format(Locale.ROOT, "%,d", counts[index])));
    }
    return new Bars("Weights of pairs", "pairs by total weight in bits, prior included", bars);
  }

  // A record is unlinkable at a threshold when none of its pairs reaches it.
  private Lines unlinkables() {
    float[] best = new float[clusters.length];
    Arrays.fill(best, Float.NEGATIVE_INFINITY);
    Pairs pairs = compared.pairs();
    for (int pair = 0; pair < pairs.size(); pair++) {
      best[pairs.a(pair)] = Math.max(best[pairs.a(pair)], pairs.weight(pair));
      best[pairs.b(pair)] = Math.max(best[pairs.b(pair)], pairs.weight(pair));
    }
    List<Double> at = places();
    List<Double> values = new ArrayList<>();
    for (double place : at) {
      long without = 0;
      for (float weight : best) {
        without += weight < place ? 1 : 0;
      }
      values.add((double) without / best.length);
    }
    return new Lines(
        "Unlinkable records",
        "least weight in bits",
        at,
        List.of(new Line("share without a pair", values)));
  }

  private Bars sizes() {
    Map<Integer, Integer> members = new TreeMap<>();
    for (int cluster : clusters) {
      members.merge(cluster, 1, Integer::sum);
    }
    Map<Integer, Long> sizes = new TreeMap<>();
    members.values().forEach(size -> sizes.merge(size, 1L, Long::sum));
    List<Bar> bars = new ArrayList<>();
    sizes.forEach((size, count) ->
        bars.add(
            new Bar(
                "",
                size + (size == 1 ? " record" : " records"),
                count,
                String.format(Locale.ROOT, "%,d", count))));
    return new Bars("Clusters by size", "clusters", bars);
  }

  private Lines thresholds(Truth labels) {
    List<Double> at = places();
    List<Truth.Score> scores =
        at.stream().map(place -> labels.ofPairs(compared.pairs(), place)).toList();
    return new Lines(
        "Precision and recall of pairs",
        "least weight in bits",
        at,
        List.of(
            new Line("precision", values(scores, Truth.Score::precision)),
            new Line("recall", values(scores, Truth.Score::recall)),
            new Line("F1", values(scores, Truth.Score::f1))));
  }

  private static List<Double> values(
      List<Truth.Score> scores, ToDoubleFunction<Truth.Score> which) {
    return scores.stream().map(score -> which.applyAsDouble(score)).toList();
  }

  private static List<Double> places() {
    List<Double> at = new ArrayList<>();
    for (int bits = LEAST_BITS; bits <= 20; bits++) {
      at.add((double) bits);
    }
    return at;
  }

  private void save(String name, Bars bars) throws IOException {
    files(name, bars.svg(), bars);
  }

  private void save(String name, Lines lines) throws IOException {
    files(name, lines.svg(), lines);
  }

  private void saveUnchecked(String name, Studio studio) {
    try {
      files(name, studio.svg(), studio);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void files(String name, String svg, Object figures) throws IOException {
    Files.writeString(folder.resolve(name + ".svg"), svg);
    Files.writeString(
        folder.resolve(name + ".json"),
        JsonMapper.builder().build().writeValueAsString(figures) + "\n");
  }
}
