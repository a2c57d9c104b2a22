package dev.cordon.run;

import dev.cordon.SafeCsv;
import dev.cordon.attribution.AttributionRules;
import dev.cordon.attribution.Countries;
import dev.cordon.linkage.Engine;
import dev.cordon.resolution.MailboxRules;
import dev.cordon.resolution.ReferenceTables;
import dev.cordon.resolution.Resolution;
import dev.cordon.resolution.ResolutionModel;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Proposes clusters and countries over open records and writes {@code accounts.csv}, {@code
 * links.csv}, {@code evidence.csv} and {@code figures.json}. Each file is written beside its place
 * and moved there when whole; the same records and rules give the same bytes.
 */
final class ProposalFiles {

  private final Engine engine;
  private final ResolutionModel model = ResolutionModel.standard();
  private final AttributionRules rules = AttributionRules.standard();

  ProposalFiles(Engine engine) {
    this.engine = engine;
  }

  /** Runs resolution and attribution, then writes the files into a folder that exists. */
  void write(MailboxRules mailboxes, ReferenceTables tables, Path folder) {
    Resolution.propose(engine, mailboxes, tables, model);
    Countries.propose(engine, rules);
    writeCsv(
        folder.resolve("accounts.csv"),
        List.of("system", "account", "cluster_id", "country", "strength", "reason"),
        ProposalSql.ACCOUNTS);
    writeCsv(
        folder.resolve("links.csv"),
        List.of("a", "b", "rule", "weight", "flag", "why"),
        ProposalSql.LINKS);
    writeCsv(
        folder.resolve("evidence.csv"),
        List.of(
            "cluster_id",
            "kind",
            "country",
            "items",
            "days",
            "first_at",
            "last_at",
            "source",
            "source_table",
            "source_row"),
        ProposalSql.EVIDENCE);
    String json =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(figures());
    whole(folder.resolve("figures.json"), writer -> writer.write(json + "\n"));
  }

  private Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    Map<String, String> definitions = new LinkedHashMap<>();
    for (ProposalSql.FigureQuery figure : ProposalSql.FIGURES) {
      figures.put(figure.name(), engine.count(figure.query()));
      definitions.put(figure.name(), figure.definition());
    }
    Map<String, Long> byCountry = new LinkedHashMap<>();
    engine.read(ProposalSql.BY_COUNTRY, row -> byCountry.put(row.getString(1), row.getLong(2)));
    figures.put("by_country", byCountry);
    definitions.put("by_country", "payers whose records point to the country by the rules");
    Map<String, Long> byStrength = new LinkedHashMap<>();
    engine.read(ProposalSql.BY_STRENGTH, row -> byStrength.put(row.getString(1), row.getLong(2)));
    figures.put("by_strength", byStrength);
    definitions.put("by_strength", "payers by what the evidence for their country is worth");
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("resolution", model.version());
    versions.put("attribution", rules.version());
    figures.put("rules", versions);
    List<String> used = new ArrayList<>();
    engine.read(ProposalSql.TABLES, row -> used.add(row.getString(1)));
    figures.put("tables", used);
    figures.put("definitions", definitions);
    return figures;
  }

  private void writeCsv(Path file, List<String> columns, String query) {
    whole(
        file,
        writer -> {
          writer.write(String.join(",", columns) + "\n");
          engine.read(
              query,
              row -> {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= columns.size(); column++) {
                  cells.add(SafeCsv.value(row.getString(column)));
                }
                write(writer, String.join(",", cells) + "\n");
              });
        });
  }

  private static void write(BufferedWriter writer, String text) {
    try {
      writer.write(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(BufferedWriter writer) throws IOException;
  }

  private static void whole(Path file, Content content) {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (BufferedWriter writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
        content.writeTo(writer);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "the file " + file + " cannot be written; is the disk full?", failure);
    }
  }
}
