package dev.cordon.attribution.internal;

import com.ibm.icu.util.TimeZone;
import dev.cordon.attribution.AttributionRules;
import dev.cordon.attribution.EvidenceGroup;
import dev.cordon.attribution.internal.CountryDecision.Answer;
import dev.cordon.attribution.internal.CountryDecision.Evidence;
import dev.cordon.linkage.Engine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the way from records to proposed countries. Used once. */
public final class CountryProposer {

  /** What points to no country may have its place in none. */
  private static final Set<EvidenceGroup> KEPT_ANYWHERE =
      Set.of(EvidenceGroup.MASKED, EvidenceGroup.SHOWN);

  private final Engine engine;
  private final AttributionRules rules;

  /** Over an engine in which resolution has proposed. */
  public CountryProposer(Engine engine, AttributionRules rules) {
    this.engine = engine;
    this.rules = rules;
  }

  /** Writes the tables of evidence and proposed countries. */
  public void propose() {
    writeRules();
    engine.run(EvidenceSql.plan());
    engine.create(
        "proposed_country",
        List.of(
            "cluster_id VARCHAR",
            "country VARCHAR",
            "strength VARCHAR",
            "rule VARCHAR",
            "candidates VARCHAR",
            "why VARCHAR"),
        this::decideAll);
  }

  private void writeRules() {
    engine.create(
        "connection_kind",
        List.of("connection VARCHAR", "kind VARCHAR"),
        writer -> rules.connections().forEach(writer::row));
    engine.create(
        "masked_kind",
        List.of("kind VARCHAR"),
        writer ->
            rules.kinds().stream()
                .filter(kind -> KEPT_ANYWHERE.contains(kind.group()))
                .forEach(kind -> writer.row(kind.kind())));
    engine.create(
        "no_country", List.of("country VARCHAR"), writer -> rules.noCountry().forEach(writer::row));
    NumberPlaces numbers = new NumberPlaces(rules.sharedCallingCodes());
    engine.create(
        "phone_country",
        List.of("number VARCHAR", "country VARCHAR"),
        writer ->
            engine.read(
                EvidenceSql.NUMBERS,
                row -> {
                  String number = row.getString(1);
                  numbers.country(number).ifPresent(country -> writer.row(number, country));
                }));
    engine.create(
        "zone_country",
        List.of("zone VARCHAR", "country VARCHAR"),
        writer ->
            engine.read(
                EvidenceSql.ZONES,
                row -> {
                  String region = region(row.getString(1));
                  if (region.length() == 2) {
                    writer.row(row.getString(1), region);
                  }
                }));
  }

  private static String region(String zone) {
    try {
      return TimeZone.getRegion(zone);
    } catch (IllegalArgumentException unknownZone) {
      return "";
    }
  }

  private void decideAll(Engine.RowWriter writer) {
    CountryDecision decision = new CountryDecision(rules);
    List<Evidence> evidence = new ArrayList<>();
    String[] current = {""};
    engine.read(
        EvidenceSql.BY_CLUSTER,
        row -> {
          if (!row.getString(1).equals(current[0])) {
            write(writer, current[0], decision, evidence);
            current[0] = row.getString(1);
            evidence.clear();
          }
          evidence.add(
              new Evidence(
                  row.getString(2),
                  row.getString(3),
                  row.getInt(4),
                  row.getInt(5),
                  time(row, 6),
                  time(row, 7)));
        });
    write(writer, current[0], decision, evidence);
  }

  private static void write(
      Engine.RowWriter writer, String cluster, CountryDecision decision, List<Evidence> evidence) {
    if (cluster.isEmpty()) {
      return;
    }
    Answer answer = decision.decide(evidence);
    writer.row(
        cluster,
        answer.country(),
        answer.strength().name(),
        answer.rule(),
        String.join(" ", answer.candidates()),
        String.join("\n", answer.why()));
  }

  private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
    LocalDateTime at = row.getObject(column, LocalDateTime.class);
    return at == null ? null : at.toInstant(ZoneOffset.UTC);
  }
}
