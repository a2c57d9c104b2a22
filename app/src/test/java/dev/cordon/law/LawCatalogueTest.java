package dev.cordon.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.CordonException;
import dev.cordon.law.Coverage.Answer;
import dev.cordon.law.internal.CatalogueReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawCatalogueTest {

  private static final String[] COUNTRIES = {
    "AT", "AU", "BA", "BE", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "HU", "IS", "NL", "NO",
    "NZ", "PL", "SE"
  };

  private final LawCatalogue catalogue = new CatalogueReader().readAll();

  @Test
  void catalogue_hasOneFileForEachCountry() {
    assertThat(catalogue.jurisdictions())
        .extracting(JurisdictionLaw::country)
        .containsExactly(COUNTRIES);
  }

  @ParameterizedTest
  @CsvSource({
    "DK, POSSESS,    2024-11-29, UNKNOWN,     the sources do not say since when",
    "DK, POSSESS,    2025-02-26, COVERED,     photorealistic material",
    "DK, POSSESS,    2025-06-30, COVERED,     the day before the change",
    "DK, POSSESS,    2025-07-01, COVERED,     the day of the change",
    "DK, MAKE,       2025-07-01, COVERED,     section 226",
    "DK, MANUAL,     2025-07-01, UNKNOWN,     no provision in the catalogue",
    "DE, POSSESS,    2024-06-27, COVERED,     the old text",
    "DE, POSSESS,    2024-06-28, COVERED,     the new text",
    "DE, POSSESS,    2020-01-01, UNKNOWN,     start of the old text not sourced",
    "DE, MAKE,       2025-02-26, UNKNOWN,     not split by the sources",
    "GB, TOOL,       2026-04-28, NOT_COVERED, before Royal Assent",
    "GB, TOOL,       2026-04-29, UNKNOWN,     commencement not confirmed",
    "GB, POSSESS,    2025-02-26, COVERED,     pseudo-photograph",
    "GB, MANUAL,     2025-02-26, UNKNOWN,     extension of section 69",
    "BE, DISTRIBUTE, 2025-02-26, COVERED,     realistic image of a minor who does not exist",
    "BE, DISTRIBUTE, 2026-04-08, COVERED,     the last day before the new Code",
    "BE, DISTRIBUTE, 2026-04-09, UNKNOWN,     the new Code has perhaps begun",
    "FI, POSSESS,    2025-02-26, UNKNOWN,     likely is no answer",
    "NO, POSSESS,    2025-02-26, UNKNOWN,     not researched",
    "US, POSSESS,    2025-02-26, UNKNOWN,     not in the catalogue",
    "ES, POSSESS,    2014-12-31, NOT_COVERED, before LO 1/2015",
    "ES, POSSESS,    2015-06-01, UNKNOWN,     the day within 2015 is not known",
    "ES, POSSESS,    2025-02-26, COVERED,     realistic images"
  })
  void coverage_followsTheDayOfTheConduct(
      String country, Conduct conduct, LocalDate on, Answer answer, String why) {
    assertThat(catalogue.coverage(country, conduct, on).answer()).as(why).isEqualTo(answer);
  }

  @Test
  void germany_hasTheLowerMinimumFromItsDay() {
    assertThat(inForce("DE", Conduct.POSSESS, LocalDate.of(2024, 6, 27)))
        .containsExactly("de-184b-until-2024", "de-184c");
    assertThat(inForce("DE", Conduct.POSSESS, LocalDate.of(2024, 6, 28)))
        .containsExactly("de-184b-from-2024", "de-184c");
  }

  @Test
  void denmark_widensItsRealismOnItsDay() {
    assertThat(inForce("DK", Conduct.DISTRIBUTE, LocalDate.of(2025, 6, 30)))
        .containsExactly("dk-235-photorealistic");
    assertThat(inForce("DK", Conduct.DISTRIBUTE, LocalDate.of(2025, 7, 1)))
        .containsExactly("dk-235-equated");
  }

  @Test
  void coverage_carriesTheQuestionsOfTheCountry() {
    Coverage coverage = catalogue.coverage("DE", Conduct.POSSESS, LocalDate.of(2025, 2, 26));
    assertThat(coverage.questions()).anyMatch(question -> question.contains("14 to 17"));
    assertThat(coverage.reason()).contains("§184b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          country: XX\\nname: X\\nresearched: false\\ncolour: red\\nprovisions: [] |        | field colour
          country: XX\\nname: X\\nresearched: true\\nprovisions: []              |        | no provisions
          country: XX\\nname: X\\nname: Y\\nresearched: true\\nprovisions: []    | line 3 | name
          country: XX\\nresearched: false\\nprovisions: []                       |        | name
          country: DK\\nname: X\\nresearched: false\\nprovisions: []             | XX.yaml | country
          country: xx\\nname: X\\nresearched: false\\nprovisions: []             |        | two capital letters
          """)
  void file_isRefusedWithFileAndField(String text, String place, String field) {
    byte[] content = text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
    CatalogueReader reader = new CatalogueReader();
    assertThatThrownBy(() -> reader.read("XX.yaml", new ByteArrayInputStream(content)))
        .isInstanceOf(CordonException.class)
        .hasMessageContaining("XX.yaml")
        .hasMessageContaining(place == null ? "" : place)
        .hasMessageContaining(field);
  }

  @Test
  void provision_withAnUnknownConductIsRefusedByField() {
    String text =
        """
        country: XX
        name: X
        researched: true
        provisions:
          - id: one
            citation: a
            begins: {on: 2025-01-01}
            conducts: {possess: perhaps}
            realism: any
            age_band: under_18
            maximum: none
            confidence: {scope: high, figures: high}
            sources: [here]
            questions: []
            reviewed_by_lawyer: false
        """;
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    CatalogueReader reader = new CatalogueReader();
    assertThatThrownBy(() -> reader.read("XX.yaml", new ByteArrayInputStream(content)))
        .hasMessageContaining("line 8")
        .hasMessageContaining("provisions.[1].conducts");
  }

  private java.util.List<String> inForce(String country, Conduct conduct, LocalDate on) {
    return catalogue.coverage(country, conduct, on).provisions().stream()
        .filter(one -> one.force() == Provision.Force.IN_FORCE)
        .map(one -> one.provision().id())
        .toList();
  }
}
