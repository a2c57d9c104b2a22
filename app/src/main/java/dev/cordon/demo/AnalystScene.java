package dev.cordon.demo;

import dev.cordon.exercise.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The analyst at work: lets the rules propose, opens each proposal in which somebody paid, and
 * decides one by one from what the page shows. Where the evidence for a country is weak or missing,
 * the country stays open.
 */
final class AnalystScene {

  private static final Set<String> CONVINCING = Set.of("strong", "moderate");

  private final Caller analyst;
  private final String base;
  private final List<Comparison.Placed> placed = new ArrayList<>();

  AnalystScene(Cast cast) {
    this.analyst = cast.analyst();
    this.base = cast.operationPath();
  }

  /** What was decided. */
  record Decided(int subjects, int attributed) {

    String text() {
      return "%d subjects confirmed, %d with their country".formatted(subjects, attributed);
    }
  }

  /** Runs resolution and attribution over the records. */
  String propose() {
    JsonNode run = analyst.post(base + "/proposals");
    return "%,d accounts, %,d proposals, %,d of them paid"
        .formatted(
            run.path("accounts").asLong(),
            run.path("proposals").asLong(),
            run.path("payers").asLong());
  }

  /** Decides about each proposal in which somebody paid. */
  Decided decide() {
    int subjects = 0;
    int attributed = 0;
    List<JsonNode> payers = new ArrayList<>();
    for (JsonNode proposal : analyst.pages(base + "/proposals?payer=true")) {
      payers.add(proposal);
    }
    for (JsonNode proposal : payers) {
      String path = base + "/proposals/" + proposal.path("id").asString();
      analyst.get(path);
      JsonNode subject =
          analyst.post(
              path + "/confirmation",
              Map.of("reason", "Paid orders; the accounts share what the links name."));
      subjects++;
      String country = decideCountry(proposal, subject);
      attributed += country.isEmpty() ? 0 : 1;
      place(path, subject.path("number").asString(), country);
    }
    return new Decided(subjects, attributed);
  }

  /** Which subject and country each account ended at, for the closing comparison. */
  List<Comparison.Placed> placed() {
    return List.copyOf(placed);
  }

  private String decideCountry(JsonNode proposal, JsonNode subject) {
    String country = proposal.path("country").asString("");
    if (country.isEmpty()
        || !CONVINCING.contains(proposal.path("strength").asString("").toLowerCase(Locale.ROOT))) {
      return "";
    }
    String attribution = base + "/subjects/" + subject.path("id").asString() + "/attribution";
    analyst.get(attribution);
    analyst.post(
        attribution,
        Map.of("country", country, "reason", "The evidence shown points there and nowhere else."));
    return country;
  }

  private void place(String proposal, String subject, String country) {
    for (JsonNode account : analyst.pages(proposal + "/accounts")) {
      placed.add(
          new Comparison.Placed(
              account.path("system").asString(),
              account.path("account").asString(),
              subject,
              country));
    }
  }
}
