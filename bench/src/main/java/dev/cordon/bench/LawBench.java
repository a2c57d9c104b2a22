package dev.cordon.bench;

import dev.cordon.law.CatalogueFiles;
import dev.cordon.law.Conduct;
import dev.cordon.law.Coverage;
import dev.cordon.law.Jurisdiction;
import dev.cordon.law.Jurisdictions;
import dev.cordon.law.LawCatalogue;
import dev.cordon.law.LawQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Times the matrix of the law: every conduct in every country on one day, with the shipped
 * catalogue and with an invented one of twenty provisions a country. Each answer of the latter is
 * checked.
 */
public final class LawBench {

  private static final int ROUNDS = 200;
  private static final int PROVISIONS = 20;
  private static final LocalDate DAY = LocalDate.of(2025, 2, 26);

  private LawBench() {}

  /** Takes an empty folder for the invented files. */
  public static void main(String[] arguments) throws IOException {
    Jurisdictions places = Jurisdictions.shipped();
    measure("shipped, all jurisdictions", CatalogueFiles.shipped(places).catalogue(), places.all());
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (Jurisdiction country : places.countries()) {
      Files.writeString(folder.resolve(country.code() + ".yaml"), file(country));
    }
    long start = System.nanoTime();
    LawCatalogue invented = CatalogueFiles.only(places, folder).catalogue();
    System.out.printf(
        "invented catalogue read and checked in %.0f ms: %d files, %d provisions each%n",
        (System.nanoTime() - start) / 1e6, invented.files().size(), PROVISIONS);
    measure("invented, countries", invented, places.countries());
    measure("invented, all jurisdictions", invented, places.all());
  }

  private static void measure(String name, LawCatalogue catalogue, List<Jurisdiction> places) {
    double[] milliseconds = new double[ROUNDS];
    long covered = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      covered = matrix(catalogue, places);
      milliseconds[round] = (System.nanoTime() - start) / 1e6;
    }
    double first = milliseconds[0];
    Arrays.sort(milliseconds);
    System.out.printf(
        "%-28s %d x %d: first %.1f ms, median %.2f, p99 %.2f; covered %d%n",
        name,
        places.size(),
        Conduct.values().length,
        first,
        milliseconds[ROUNDS / 2],
        milliseconds[ROUNDS * 99 / 100],
        covered);
    if (name.startsWith("invented") && covered != places.size()) {
      throw new IllegalStateException("covered " + covered + ", expected " + places.size());
    }
  }

  private static long matrix(LawCatalogue catalogue, List<Jurisdiction> places) {
    long covered = 0;
    for (Jurisdiction place : places) {
      for (Conduct conduct : Conduct.values()) {
        Coverage coverage = catalogue.coverage(LawQuestion.of(place.code(), conduct, DAY));
        covered += coverage.answer() == Coverage.Answer.COVERED ? 1 : 0;
      }
    }
    return covered;
  }

  // Twenty wordings, of which the one in force on the day covers possession and no other conduct.
  private static String file(Jurisdiction country) {
    StringBuilder text =
        new StringBuilder(
            """
            jurisdiction: "%s"
            name: "%s"
            as_of: 2026-01-01
            researched: true
            knows_from: 2000-01-01
            provisions:
            """
                .formatted(country.code(), country.name()));
    for (int wording = 0; wording < PROVISIONS; wording++) {
      int year = 2026 - PROVISIONS + wording;
      text.append(
          """
            - id: %1$s-%2$d
              provision: %1$s
              citation: An invented act, wording %2$d
              status: in_force
              begins: {on: %3$d-01-01}
              ends: {on: %4$d-01-01}
              realism: any
              age_band: under_18
              private_use: no_exception
              says:
                - conducts: [possess]
                  materials: {synthetic_photorealistic: covered}
                  penalty: {minimum: none, maximum: 2 years}
                - conducts: [make, distribute, access]
                  materials: {synthetic_photorealistic: not_covered}
                  penalty: {minimum: none, maximum: 2 years}
              confidence: {scope: high, figures: high}
              sources: [invented]
              questions: [{about: age, ask: "Which age?"}]
          """
              .formatted(
                  country.code().toLowerCase(java.util.Locale.ROOT), wording, year, year + 1));
    }
    return text.toString();
  }
}
