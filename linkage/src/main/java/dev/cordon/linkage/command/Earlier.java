package dev.cordon.linkage.command;

import dev.cordon.linkage.LinkageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The clusters of an earlier run, by file and record. */
record Earlier(Map<String, String> clusters, Set<String> names) {

  /** Reads what {@code --out} wrote. */
  static Earlier read(Path file) {
    Table table = Table.open(file, StandardCharsets.UTF_8);
    if (!table.columns().equals(List.of("source", "record", "cluster"))) {
      throw new LinkageException(file + " is no file of clusters: " + table.columns());
    }
    Map<String, String> clusters = new HashMap<>();
    Set<String> names = new LinkedHashSet<>();
    table.read(fields -> {
      String key = key(Cells.plain(fields.get(0)), Cells.plain(fields.get(1)));
      String name = Cells.plain(fields.get(2));
      if (clusters.put(key, name) != null) {
        throw new LinkageException(
            file + " names the record " + fields.get(1) + " of " + fields.get(0) + " twice");
      }
      names.add(name);
    });
    return new Earlier(clusters, names);
  }

  /** The cluster's name of a record, or null for a new one. */
  @Nullable String cluster(String source, String record) {
    return clusters.get(key(source, record));
  }

  /** The clusters of the records before the first new one, each by its smallest record. */
  int[] beforeNew(Job job, int records) {
    IntList result = new IntList();
    Map<String, Integer> smallest = new HashMap<>();
    boolean old = true;
    for (int record = 0; record < records; record++) {
      String name = cluster(job.sourceName(record), job.name(record));
      if (name == null) {
        old = false;
      } else if (!old) {
        throw new LinkageException(
            "the known record "
                + job.name(record)
                + " of "
                + job.sourceName(record)
                + " comes after new ones: new records stand at the end, or in a file after the"
                + " others");
      } else {
        int number = record;
        result.add(smallest.computeIfAbsent(name, unused -> number));
      }
    }
    return result.toArray();
  }

  private static String key(String source, String record) {
    return source + "\n" + record;
  }
}
