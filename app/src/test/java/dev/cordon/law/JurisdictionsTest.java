package dev.cordon.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.CordonException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JurisdictionsTest {

  private static final String HEADER = "code,kind,parent,zones,name\n";

  private final Jurisdictions jurisdictions = Jurisdictions.shipped();

  @Test
  void countries_areThoseOfTheStandard() {
    assertThat(jurisdictions.countries())
        .extracting(Jurisdiction::code)
        .containsExactlyInAnyOrder(Locale.getISOCountries());
  }

  @ParameterizedTest
  @CsvSource({
    "GB, 3, LAW",
    "AU, 8, LAW",
    "BA, 3, LAW",
    "US, 51, LAW",
    "DE, 16, POLICE",
    "CH, 26, POLICE",
    "CA, 13, POLICE",
    "DK, 0, LAW"
  })
  void divisions_standUnderTheirCountry(String country, int count, Jurisdiction.Kind kind) {
    assertThat(jurisdictions.divisionsOf(country))
        .hasSize(count)
        .allMatch(one -> one.kind() == kind && one.country().equals(country));
  }

  @Test
  void find_knowsNothingItWasNotTold() {
    assertThat(jurisdictions.get("GB-SCT").name()).isEqualTo("Scotland");
    assertThat(jurisdictions.find("XX")).isEmpty();
    assertThat(jurisdictions.find("gb")).isEmpty();
    assertThatThrownBy(() -> jurisdictions.get("GB-XXX")).hasMessageContaining("GB-XXX");
  }

  @ParameterizedTest
  @CsvSource({
    "DK,     2025-06-30T21:59:59Z, 2025-06-30, 2025-06-30",
    "DK,     2025-06-30T22:00:00Z, 2025-07-01, 2025-07-01",
    "GB-SCT, 2025-06-30T22:59:59Z, 2025-06-30, 2025-06-30",
    "GB-SCT, 2025-06-30T23:00:00Z, 2025-07-01, 2025-07-01",
    "AU,     2025-06-30T14:30:00Z, 2025-06-30, 2025-07-01",
    "AU-QLD, 2025-06-30T14:30:00Z, 2025-07-01, 2025-07-01",
    "BV,     2025-06-30T12:00:00Z, 2025-06-30, 2025-07-01"
  })
  void days_areThoseOfThePlace(String code, Instant at, LocalDate earliest, LocalDate latest) {
    assertThat(jurisdictions.days(code, at)).isEqualTo(new LocalDays(earliest, latest));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          DK,country,,,Denmark\\nDK,country,,,Danmark        | line 3 | DK stands twice
          DK,country,,,Denmark\\nSE,country,,,Denmark        | line 3 | 'Denmark' stands twice
          XX,country,,,Nowhere                               | line 2 | XX is not a country
          dk,country,,,Denmark                               | line 2 | two capital letters
          DK,realm,,,Denmark                                 | line 2 | kind 'realm'
          GB-SCT,law,GB,,Scotland                            | line 2 | GB does not stand before
          GB,country,,,UK\\nGB-SCT,law,DK,,Scotland          | line 3 | parent 'DK' of GB-SCT
          GB,country,,,UK\\nGB-SCT,law,,,Scotland            | line 3 | parent 'null' of GB-SCT
          DK,country,,Europe/Aarhus,Denmark                  | line 2 | 'Europe/Aarhus' is not a time zone
          DK,country,,Denmark                                | line 2 | five fields
          DK,country,,,                                      | line 2 | no name
          """)
  void list_isRefusedByLine(String rows, String line, String words) {
    byte[] content = (HEADER + rows.replace("\\n", "\n")).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> JurisdictionReader.read("list.csv", new ByteArrayInputStream(content)))
        .isInstanceOf(CordonException.class)
        .hasMessageContaining("list.csv")
        .hasMessageContaining(line)
        .hasMessageContaining(words);
  }
}
