package dev.cordon.linkage.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.cordon.linkage.chart.Charts;
import dev.cordon.linkage.group.Components;
import dev.cordon.linkage.group.Pairs;
import dev.cordon.linkage.group.StableIds;
import dev.cordon.linkage.group.Truth;
import dev.cordon.linkage.link.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what a job found. Not thread-safe. */
final class Results {

  private static final List<String> ID_COLUMNS = List.of("id", "unique_id", "rec_id", "record_id");

  private final Job job;
  private final Job.Done done;

  Results(Job job, Job.Done done) {
    this.job = job;
    this.done = done;
  }

  /** A usual column of ids that all tables have, or none. */
  static @Nullable String idColumn(List<Table> tables) {
    return ID_COLUMNS.stream()
        .filter(name -> tables.stream().allMatch(table -> table.columns().contains(name)))
        .findFirst()
        .orElse(null);
  }

  /** The clusters: {@code source,record,cluster}, in the order of the input. */
  void clusters(Path file, @Nullable Earlier earlier) throws IOException {
    int[] clusters = done.clusters();
    @Nullable String[] before = new @Nullable String[clusters.length];
    for (int record = 0; record < before.length && earlier != null; record++) {
      before[record] = earlier.cluster(source(record), job.name(record));
    }
    StableIds.Named named =
        StableIds.name(clusters, before, earlier == null ? Set.of() : earlier.names());
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("source", "record", "cluster");
      for (int record = 0; record < clusters.length; record++) {
        csv.writeRecord(
            Cells.safe(source(record)),
            Cells.safe(job.name(record)),
            Cells.safe(named.names()[record]));
      }
    }
    if (earlier != null) {
      history(Path.of(file + ".history.csv"), named);
    }
  }

  private static void history(Path file, StableIds.Named named) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("old", "fate", "now");
      for (StableIds.Old old : named.old()) {
        csv.writeRecord(
            Cells.safe(old.name()),
            old.fate().name().toLowerCase(Locale.ROOT),
            Cells.safe(old.now()));
      }
    }
  }

  /** Pairs at or above the model's threshold, and whether a cluster holds them. */
  void pairs(Path file) throws IOException {
    Pairs pairs = done.compared().pairs();
    double threshold = threshold();
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("a_source", "a", "b_source", "b", "weight", "probability", "clustered");
      for (int pair : pairs.sorted()) {
        if (pairs.weight(pair) >= threshold && isProposed(pairs, pair)) {
          int a = pairs.a(pair);
          int b = pairs.b(pair);
          csv.writeRecord(
              Cells.safe(source(a)),
              Cells.safe(job.name(a)),
              Cells.safe(source(b)),
              Cells.safe(job.name(b)),
              decimal(pairs.weight(pair)),
              decimal(Weights.probability(pairs.weight(pair))),
              String.valueOf(done.clusters()[a] == done.clusters()[b]));
        }
      }
    }
  }

  /** How good the pairs, the clusters and, to compare, plain components are. */
  List<String> accuracy(boolean across) {
    Truth truth = truth(across);
    Pairs pairs = done.compared().pairs();
    List<String> lines = new ArrayList<>();
    lines.add(line("pairs at the threshold", truth.ofPairs(proposed(pairs), threshold())));
    lines.add(line("clusters", truth.ofClusters(done.clusters())));
    int[] components = Components.of(done.clusters().length, pairs, threshold());
    lines.add(line("components (baseline)", truth.ofClusters(components)));
    return lines;
  }

  // Where a source holds each person once, a pair beside a better one is no proposal.
  private boolean isProposed(Pairs pairs, int pair) {
    return !done.compared().model().grouping().onePerSource()
        || done.clusters()[pairs.a(pair)] == done.clusters()[pairs.b(pair)];
  }

  private Pairs proposed(Pairs pairs) {
    Pairs proposed = new Pairs();
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (isProposed(pairs, pair)) {
        proposed.add(pairs.a(pair), pairs.b(pair), pairs.weight(pair));
      }
    }
    return proposed;
  }

  /** All charts of the run. */
  void charts(Path folder, boolean across, boolean labelled) throws IOException {
    new Charts(folder, done.compared(), done.clusters(), labelled ? truth(across) : null).write();
  }

  private Truth truth(boolean across) {
    return new Truth(job.entities(), across ? job.sources() : null);
  }

  private double threshold() {
    return Weights.odds(done.compared().model().grouping().threshold());
  }

  private String source(int record) {
    return job.sourceName(record);
  }

  private static String line(String what, Truth.Score score) {
    return String.format(
        Locale.ROOT,
        "%-24s precision %.4f  recall %.4f  F1 %.4f",
        what,
        score.precision(),
        score.recall(),
        score.f1());
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
