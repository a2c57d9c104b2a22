package dev.cordon.exercise.files;

import dev.cordon.exercise.Progress;
import dev.cordon.exercise.cast.Country;
import dev.cordon.exercise.platform.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what the agencies report later: one file a country, agencies.json, and digests of some
 * seized items.
 */
public final class FieldReports {
  private FieldReports() {}

  /** Writes all of it below the exercise's folder. */
  public static void write(World world, Path directory, Progress progress) {
    JsonMapper pretty = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    try (TextFile out = new TextFile(directory.resolve("agencies.json"))) {
      out.text(pretty.writeValueAsString(Agencies.all(world)).replace("\r\n", "\n")).text("\n");
    }
    Visits visits = Visits.plan(world);
    Digests digests = new Digests(world, directory);
    JsonMapper plain = new JsonMapper();
    long count = 0;
    for (Country country : world.countries().all()) {
      if (!country.takesPart()) {
        continue;
      }
      ReportWriter writer = new ReportWriter(world, country, digests);
      List<Map<String, Object>> reports = writer.reports(visits.of(country));
      try (TextFile out =
          new TextFile(directory.resolve("field-reports").resolve(country.code() + ".jsonl"))) {
        for (Map<String, Object> report : reports) {
          out.text(plain.writeValueAsString(report)).text("\n");
          count++;
        }
      }
    }
    digests.known();
    progress.finished("field reports", count);
  }
}
