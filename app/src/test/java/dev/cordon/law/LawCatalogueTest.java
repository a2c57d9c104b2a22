package dev.cordon.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.law.Coverage.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawCatalogueTest {

  private static final String[] COUNTRIES = {
    "AT", "AU", "BA", "BE", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "HU", "IS", "NL", "NO",
    "NZ", "PL", "SE"
  };

  private final Jurisdictions places = Jurisdictions.shipped();
  private final LawCatalogue catalogue = CatalogueFiles.shipped(places).catalogue();

  @Test
  void catalogue_hasOneFileForEachCountry() {
    assertThat(catalogue.files())
        .extracting(JurisdictionLaw::jurisdiction)
        .containsExactly(COUNTRIES);
    assertThat(catalogue.version()).matches("2026-11-22/[0-9a-f]{12}");
  }

  @ParameterizedTest
  @CsvSource({
    "DK,     POSSESS,      2024-11-29, UNKNOWN,         before what the catalogue speaks of",
    "DK,     POSSESS,      2024-11-30, COVERED,         the first day it speaks of",
    "DK,     POSSESS,      2025-06-30, COVERED,         the day before the change",
    "DK,     POSSESS,      2025-07-01, COVERED,         the day of the change",
    "DK,     POSSESS,      2025-07-02, COVERED,         the day after the change",
    "DK,     MAKE,         2025-07-01, COVERED,         section 226",
    "DK,     SUPPLY_MANUAL,2025-07-01, UNKNOWN,         no provision in the catalogue",
    "DE,     POSSESS,      2024-06-26, UNKNOWN,         before what the catalogue speaks of",
    "DE,     POSSESS,      2024-06-27, COVERED,         the old text",
    "DE,     POSSESS,      2024-06-28, COVERED,         the new text",
    "DE,     POSSESS,      2024-06-29, COVERED,         the day after",
    "DE-BY,  POSSESS,      2024-06-28, COVERED,         a Land under the law of the whole",
    "DE,     MAKE,         2025-02-26, UNKNOWN,         not split by the sources",
    "GB-EAW, POSSESS,      2025-02-26, COVERED,         pseudo-photograph",
    "GB-SCT, POSSESS,      2025-02-26, UNKNOWN,         Scottish law was not read",
    "GB-NIR, POSSESS,      2025-02-26, UNKNOWN,         the law of Northern Ireland was not read",
    "GB-NIR, POSSESS,      2026-11-22, UNKNOWN,         that one act excludes it settles nothing",
    "AU,     POSSESS,      2026-11-22, UNKNOWN,         not split by the sources",
    "AU-QLD, POSSESS,      2026-11-22, UNKNOWN,         Commonwealth law holds there as well",
    "GB,     POSSESS,      2025-02-26, COVERED_IN_PART, England and Wales only",
    "GB-EAW, MAKE_TOOL,    2025-11-26, NOT_COVERED,     before the bill was known",
    "GB-EAW, MAKE_TOOL,    2025-11-27, BILL_ONLY,       known as a bill",
    "GB-EAW, MAKE_TOOL,    2026-04-28, BILL_ONLY,       the day before Royal Assent",
    "GB-EAW, MAKE_TOOL,    2026-04-29, UNKNOWN,         commencement not confirmed",
    "GB-EAW, MAKE_TOOL,    2026-04-30, UNKNOWN,         commencement not confirmed",
    "GB-SCT, MAKE_TOOL,    2026-04-28, BILL_ONLY,       section 74",
    "GB,     MAKE_TOOL,    2026-04-28, BILL_ONLY,       the same in all parts",
    "GB-EAW, POSSESS_MANUAL,2025-02-26,UNKNOWN,         extension of section 69",
    "BE,     DISTRIBUTE,   2021-12-31, UNKNOWN,         before what the catalogue speaks of",
    "BE,     DISTRIBUTE,   2022-06-01, UNKNOWN,         the day within 2022 is not known",
    "BE,     DISTRIBUTE,   2026-04-08, COVERED,         the last day before the new Code",
    "BE,     DISTRIBUTE,   2026-04-09, UNKNOWN,         the new Code has perhaps begun",
    "FI,     POSSESS,      2025-02-26, UNKNOWN,         likely is no answer",
    "NO,     POSSESS,      2025-02-26, UNKNOWN,         not researched",
    "US,     POSSESS,      2025-02-26, UNKNOWN,         no file",
    "US-CA,  POSSESS,      2025-02-26, UNKNOWN,         no file",
    "ES,     POSSESS,      2014-12-31, UNKNOWN,         before what the catalogue speaks of",
    "ES,     POSSESS,      2015-06-01, UNKNOWN,         the day within 2015 is not known",
    "ES,     POSSESS,      2015-12-31, COVERED,         the last day it can have begun",
    "ES,     POSSESS,      2016-01-01, COVERED,         the day after"
  })
  void coverage_followsTheDayOfTheConduct(
      String place, Conduct conduct, LocalDate on, Answer answer, String why) {
    assertThat(ask(place, conduct, on).answer()).as(why).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "DE, POSSESS,    SYNTHETIC_PHOTOREALISTIC, UNDER_14,      COVERED",
    "DE, POSSESS,    SYNTHETIC_PHOTOREALISTIC, FROM_14_TO_17, NOT_COVERED",
    "DE, POSSESS,    REAL,                     FROM_14_TO_17, COVERED",
    "DE, POSSESS,    SYNTHETIC_NOT_REALISTIC,  UNDER_14,      NOT_COVERED",
    "DE, DISTRIBUTE, SYNTHETIC_NOT_REALISTIC,  UNDER_14,      COVERED",
    "DE, DISTRIBUTE, SYNTHETIC_PHOTOREALISTIC, FROM_14_TO_17, COVERED",
    "ES, POSSESS,    SYNTHETIC_NOT_REALISTIC,  ,              NOT_COVERED",
    "AT, POSSESS,    SYNTHETIC_NOT_REALISTIC,  ,              NOT_COVERED",
    "ES, MAKE,       ALTERED_REAL,             ,              BILL_ONLY",
    "DK, POSSESS,    SYNTHETIC_PHOTOREALISTIC, UNDER_14,      UNKNOWN",
    "FR, POSSESS,    TEXT,                     ,              UNKNOWN"
  })
  void coverage_turnsOnMaterialAndAge(
      String place, Conduct conduct, Material material, AgeBand age, Answer answer) {
    LocalDate on = LocalDate.of(2025, 6, 1);
    assertThat(catalogue.coverage(new LawQuestion(place, conduct, material, age, on)).answer())
        .isEqualTo(answer);
  }

  @Test
  void coverage_saysForWhichAgeItIsAnother() {
    assertThat(ask("DE", Conduct.POSSESS, LocalDate.of(2025, 2, 26)).reason())
        .contains("§184b")
        .contains("14 to 17: not covered");
  }

  @Test
  void coverage_namesADayBeforeTheCatalogue() {
    assertThat(ask("DE", Conduct.POSSESS, LocalDate.of(1999, 1, 1)).reason())
        .isEqualTo(
            "The day lies before the catalogue, which speaks of Germany from 2024-06-27 on.");
  }

  @Test
  void coverage_ofACountryNamesItsParts() {
    assertThat(ask("GB", Conduct.POSSESS, LocalDate.of(2025, 2, 26)).reason())
        .contains("England and Wales: covered")
        .contains("Scotland: unknown");
  }

  @Test
  void coverage_ofACountryWhosePartsSayNothingOfTheirOwnIsOneAnswer() {
    assertThat(ask("AU", Conduct.POSSESS, LocalDate.of(2026, 11, 22)).reason())
        .startsWith("Might be covered by Criminal Code (Commonwealth)");
  }

  @Test
  void wordings_changeOnTheirDay() {
    assertThat(inForce("DE", Conduct.POSSESS, LocalDate.of(2024, 6, 27)))
        .containsExactly("de-184b-until-2024", "de-184c");
    assertThat(inForce("DE", Conduct.POSSESS, LocalDate.of(2024, 6, 28)))
        .containsExactly("de-184b-from-2024", "de-184c");
    assertThat(inForce("DK", Conduct.DISTRIBUTE, LocalDate.of(2025, 6, 30)))
        .containsExactly("dk-235-photorealistic");
    assertThat(inForce("DK", Conduct.DISTRIBUTE, LocalDate.of(2025, 7, 1)))
        .containsExactly("dk-235-equated");
  }

  // 22:00 UTC is midnight in Denmark: the last second of June is another day's law.
  @Test
  void day_isThatOfThePlace() {
    assertThat(wordingAt("DK", Instant.parse("2025-06-30T21:59:59Z")))
        .containsExactly("dk-235-photorealistic");
    assertThat(wordingAt("DK", Instant.parse("2025-06-30T22:00:00Z")))
        .containsExactly("dk-235-equated");
  }

  @Test
  void day_thatIsOneOfTwoIsUnknownWhereTheyDiffer() {
    LawQuestion question = LawQuestion.of("DE", Conduct.POSSESS, LocalDate.of(2024, 6, 26));
    LocalDays days = new LocalDays(LocalDate.of(2024, 6, 26), LocalDate.of(2024, 6, 27));
    Coverage coverage = catalogue.coverage(question, days);
    assertThat(coverage.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(coverage.reason()).contains("2024-06-26 (unknown) or 2024-06-27 (covered)");
  }

  @Test
  void questions_areThoseOfThePlace() {
    Coverage coverage = ask("DE", Conduct.POSSESS, LocalDate.of(2025, 2, 26));
    assertThat(coverage.questions())
        .anyMatch(one -> one.about() == Inquiry.About.AGE && one.ask().contains("14 to 17"))
        .anyMatch(one -> one.about() == Inquiry.About.REALISM)
        .anyMatch(one -> one.about() == Inquiry.About.INTENT);
    assertThat(ask("NO", Conduct.POSSESS, LocalDate.of(2025, 2, 26)).asked())
        .containsExactly("Is this conduct an offence in Norway, and since when?");
  }

  @Test
  void changes_nameWhatBeganAndEnded() {
    List<LawChange> changes =
        catalogue.changes(
            "DK",
            Material.SYNTHETIC_PHOTOREALISTIC,
            LocalDate.of(2025, 6, 30),
            LocalDate.of(2025, 7, 1));
    assertThat(changes)
        .extracting(LawChange::conduct)
        .containsExactly(Conduct.MAKE, Conduct.POSSESS, Conduct.DISTRIBUTE);
    assertThat(changes.get(1).began()).singleElement().asString().contains("L 184");
    assertThat(changes.get(1).ended()).containsExactly("Criminal Code §235");
    assertThat(changes).noneMatch(LawChange::turnsTheAnswer);
    assertThat(
            catalogue.changes(
                "GB-EAW",
                Material.SYNTHETIC_PHOTOREALISTIC,
                LocalDate.of(2025, 11, 26),
                LocalDate.of(2025, 11, 27)))
        .extracting(LawChange::conduct)
        .contains(Conduct.MAKE_TOOL);
    assertThat(
            catalogue.changes(
                "DK",
                Material.SYNTHETIC_PHOTOREALISTIC,
                LocalDate.of(2025, 7, 1),
                LocalDate.of(2025, 7, 2)))
        .isEmpty();
  }

  @Test
  void transfers_followTheDirective() {
    TransferLaw transfers = TransferLaw.shipped(places);
    assertThat(transfers.needed("DK", "NO")).isFalse();
    assertThat(transfers.needed("DK", "DK")).isFalse();
    assertThat(transfers.needed("GB", "GB")).isFalse();
    assertThat(List.of("AU", "NZ", "BA", "GB")).allMatch(to -> transfers.needed("DK", to));
    assertThat(transfers.adequacyOf("GB", LocalDate.of(2021, 6, 27))).isEmpty();
    assertThat(transfers.adequacyOf("GB", LocalDate.of(2021, 6, 28))).isPresent();
    assertThat(transfers.adequacyOf("AU", LocalDate.of(2026, 1, 1))).isEmpty();
  }

  private Coverage ask(String place, Conduct conduct, LocalDate on) {
    return catalogue.coverage(LawQuestion.of(place, conduct, on));
  }

  private List<String> wordingAt(String place, Instant at) {
    LocalDays days = places.days(place, at);
    assertThat(days.isCertain()).isTrue();
    return inForce(place, Conduct.DISTRIBUTE, days.earliest());
  }

  private List<String> inForce(String place, Conduct conduct, LocalDate on) {
    return ask(place, conduct, on).provisions().stream()
        .filter(one -> one.force() == Provision.Force.IN_FORCE)
        .map(one -> one.provision().id())
        .toList();
  }
}
