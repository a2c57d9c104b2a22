package dev.cordon.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchRuleTest {

  private final MatchRule rule = new MatchRule();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          given     | family        | line               | postcode | city      | held name          | held line           | held postcode | held city | fits
          Søren     | Nygård        | Åvej 3             | 8000     | Aarhus    | Soren Nygard       | Aavej 3             | 8000          | Aarhus    | true
          Søren     | Nygård        | Åvej 3             | 8000     | Aarhus    | NYGÅRD, SØREN      |                     | DK-8000       | Aarhus    | true
          Søren     | Nygård        | Åvej 3             | 8000     | Aarhus    | NYGÅRD, SØREN      |                     | 8000          | Aarhus    | true
          Јован     | Петровић      | Ulica 7            | 71000    | Sarajevo  | Jovan Petrović     | Ulica 7             | 71 000        | Sarajevo  | true
          Jörg      | Müller        | Hauptstr. 12       | 10115    | Berlin    | Joerg Mueller      | Hauptstraße 12      | 10115         | Berlin    | true
          Anna      | Kowalska      | Polna 4/2          | 00-001   | Warszawa  | Anna Maria Kowalska| Polna 4/2           | 00001         | Warszawa  | true
          Anna      | Kowalski      | Polna 4            | 00-001   | Warszawa  | Anna Kowalska      | Polna 4             | 00-001        | Warszawa  | true
          Anna      | Kowalski      | Inna 9             | 00-001   | Warszawa  | Anna Kowalska      | Polna 4             | 00-001        | Warszawa  | false
          Jon       | Berg          | Elvegata 1         | 0150     | Oslo      | Jan Berg           | Elvegata 1          | 0150          | Oslo      | false
          Jonas     | Bergström     | Elvgatan 1         | 111 22   | Stockholm | Jonas Bergstrom    | Annangatan 8        | 99999         | Umeå      | false
          Jonas     | Bergström     | Elvgatan 1         | 99998    | Umeå      | Jonas Bergstrom    | Elvgatan 1          | 99999         | Umea      | true
          Jonas     | Bergström     | Elvgatan 1         | 11122    | Stockholm | Jonas Bergstrom    |                     |               |           | true
          Jonas     | Bergstrem     | Elvgatan 1         | 11122    | Stockholm | Jonas Bergstrom    |                     |               |           | false
          Jonas     |               | Elvgatan 1         | 11122    | Stockholm | Jonas Bergstrom    | Elvgatan 1          | 11122         | Stockholm | false
          Maria     | Lopez Garcia  | Calle Mayor 5      | 28013    | Madrid    | María López García | C. Mayor 5          | 28013         | Madrid    | true
          Maria     | Lopez Garcia  | Calle Mayor 5      | 28013    | Madrid    | García María       | Calle Mayor 5       | 28013         | Madrid    | true
          Peter     | Hansen        | Vej 10             | 8000     | Aarhus    | Peter Jensen       | Vej 10              | 8000          | Aarhus    | false
          Christian | Andersson     | Storgatan 3        | 11122    | Stockholm | Kristian Anderson  | Storgatan 3         | 11122         | Stockholm | false
          Christina | Andersson     | Storgatan 3        | 11122    | Stockholm | Christian Andersson| Storgatan 3         | 11122         | Stockholm | true
          """)
  void report_fitsSubject(
      String given,
      String family,
      String line,
      String postcode,
      String city,
      String heldName,
      String heldLine,
      String heldPostcode,
      String heldCity,
      boolean fits) {
    HeldPerson person =
        new HeldPerson(
            Whom.received(UUID.randomUUID()),
            "S-1",
            List.of(heldName),
            listed(heldLine),
            listed(heldPostcode),
            listed(heldCity));
    assertThat(
            rule.why(
                new ReportedPerson(given, family, null),
                new ReportedAddress(line, postcode, city, null),
                person))
        .matches(why -> why.isPresent() == fits, fits ? "fits" : "does not fit");
  }

  private static List<String> listed(String value) {
    return value == null ? List.of() : List.of(value);
  }
}
