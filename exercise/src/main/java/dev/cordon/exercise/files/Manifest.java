package dev.cordon.exercise.files;

import dev.cordon.exercise.Extent;
import dev.cordon.exercise.platform.Clock;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gathers what every writer wrote: digests, rows of each table and file, planted oddities. Safe for
 * several threads.
 */
public final class Manifest {
  private final Map<String, Map<String, Object>> files = new TreeMap<>();
  private final Map<String, Map<String, Long>> tables = new TreeMap<>();
  private final Map<String, Long> planted = new TreeMap<>();

  /** A finished file with its counts. */
  public synchronized void file(TextFile file, Map<String, Long> counts) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("sha256", file.sha256());
    entry.put("bytes", file.size());
    entry.putAll(counts);
    files.put(file.name(), entry);
  }

  /** Rows of every table of a dump. */
  public synchronized void tables(String dump, Map<String, Long> rows) {
    tables.put(dump, new TreeMap<>(rows));
  }

  /** Planted oddities of one writer. */
  public synchronized void planted(Tally tally) {
    tally.counts().forEach((kind, count) -> planted.merge(kind, count, Long::sum));
  }

  /** All records of the platform: SQL tuples, CSV records, log lines, JSON leaf records. */
  public synchronized long records() {
    long sum =
        tables.values().stream()
            .flatMap(rows -> rows.values().stream())
            .mapToLong(Long::longValue)
            .sum();
    for (Map<String, Object> entry : files.values()) {
      for (String kind : new String[] {"lines", "rows", "accounts", "logins"}) {
        sum += entry.get(kind) instanceof Long count ? count : 0;
      }
    }
    return sum;
  }

  /** Writes MANIFEST.json. */
  public synchronized void write(Path folder, long seed, Extent extent) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("data_set", "synthetic seized platform");
    all.put("size", extent.label());
    all.put("factor", extent.factor());
    all.put("seed", seed);
    all.put("server_time_zone", Clock.SERVER.getId());
    all.put("invoice_time_zone", Clock.INVOICES.getId());
    all.put("seized_at", Clock.SEIZED.toString());
    all.put("files", files);
    all.put("tables", tables);
    all.put("planted_rows", planted);
    all.put("records_total", records());
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    try (TextFile out = new TextFile(folder.resolve("MANIFEST.json"))) {
      out.text(mapper.writeValueAsString(all).replace("\r\n", "\n")).text("\n");
    }
  }
}
