package dev.cordon.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseValidatorTest {

  private static CaseValidator validator;

  @BeforeAll
  static void readOntology() {
    validator = new CaseValidator();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accounts",
        "analysis",
        "device",
        "event",
        "exif_data",
        "file",
        "investigative_action_PASS"
      })
  void publishedExample_conforms(String name) throws IOException {
    CaseValidator.Result result = validator.validate(example(name));
    assertThat(result.findings()).isEmpty();
    assertThat(result.triples()).isGreaterThan(5);
  }

  @Test
  void publishedCounterExample_hasItsTwoViolations() throws IOException {
    CaseValidator.Result result = validator.validate(example("investigative_action_XFAIL"));
    assertThat(result.findings())
        .extracting(Finding::severity, Finding::constraint)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Finding.Severity.VIOLATION, "Datatype"),
            org.assertj.core.groups.Tuple.tuple(Finding.Severity.VIOLATION, "Datatype"));
    assertThat(result.findings())
        .extracting(Finding::path)
        .allSatisfy(path -> assertThat(path).containsIgnoringCase("exhibitNumber"));
    assertThat(result.isFreeOf(Finding.Severity.VIOLATION)).isFalse();
  }

  @Test
  void misspeltTerms_areNamed() throws IOException {
    String misspelt =
        new String(example("investigative_action_PASS"), StandardCharsets.UTF_8)
            .replace("case-investigation:ProvenanceRecord", "case-investigation:ProvenenceRecord")
            .replace("uco-core:name", "uco-core:naem");
    assertThat(validator.validate(misspelt.getBytes(StandardCharsets.UTF_8)).findings())
        .filteredOn(finding -> finding.constraint().equals("UnknownTerm"))
        .extracting(Finding::focus)
        .containsExactly(
            "https://ontology.caseontology.org/case/investigation/ProvenenceRecord",
            "https://ontology.unifiedcyberontology.org/uco/core/naem");
  }

  @Test
  void ownTerms_areNobodysBusiness() throws IOException {
    String extended =
        new String(example("investigative_action_PASS"), StandardCharsets.UTF_8)
            .replace("\"uco-core:name\":", "\"kb:ourOwn\": \"x\", \"uco-core:name\":");
    assertThat(validator.validate(extended.getBytes(StandardCharsets.UTF_8)).findings()).isEmpty();
  }

  @Test
  void remoteContext_isNotFetched() {
    assertThatThrownBy(
            () -> validate("{\"@context\":\"http://192.0.2.1/context\",\"@id\":\"x:y\"}"))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("192.0.2.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,2",
        "{\"@context\": 7, \"@id\": \"x:y\"}",
        "{\"@context\":{\"a\":{\"@id\":\"a\"}},\"a\":1}",
        "{\"name\": \"no context\"}",
        "null"
      })
  void whatIsNoDocument_isRefusedByName(String text) {
    assertThatThrownBy(() -> validate(text)).isInstanceOf(CaseException.class);
  }

  @Test
  void deepNesting_isRefusedWithItsPlace() {
    assertThatThrownBy(() -> validate("[".repeat(200_000)))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("byte 100");
  }

  @Test
  void brokenText_isRefused() {
    assertThatThrownBy(() -> validator.validate(new byte[] {'{', (byte) 0xff, '}'}))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("UTF-8");
  }

  private static CaseValidator.Result validate(String text) {
    return validator.validate(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] example(String name) throws IOException {
    try (InputStream in =
        CaseValidatorTest.class.getResourceAsStream("/case/" + name + ".jsonld")) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }
}
