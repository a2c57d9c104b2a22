package dev.cordon.attribution.internal;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.ibm.icu.util.TimeZone;
import dev.cordon.attribution.AttributionRules;
import dev.cordon.attribution.internal.CountryDecision.Answer;
import dev.cordon.attribution.internal.CountryDecision.Evidence;
import dev.cordon.linkage.Engine;
import java.util.ArrayList;
import java.util.List;

/** Runs the way from records to proposed countries. Used once. */
public final class CountryProposer {

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
        writer -> rules.connections().forEach((connection, kind) -> writer.row(connection, kind)));
    engine.create(
        "no_country", List.of("country VARCHAR"), writer -> rules.noCountry().forEach(writer::row));
    engine.create(
        "calling_country",
        List.of("code VARCHAR", "country VARCHAR"),
        writer ->
            engine.read(
                EvidenceSql.CALLING_CODES,
                row -> {
                  int code = Integer.parseInt(row.getString(1));
                  String region = PhoneNumberUtil.getInstance().getRegionCodeForCountryCode(code);
                  if (!rules.sharedCallingCodes().contains(code) && region.length() == 2) {
                    writer.row(row.getString(1), region);
                  }
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
              new Evidence(row.getString(2), row.getString(3), row.getInt(4), row.getInt(5)));
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
        answer.why());
  }
}
