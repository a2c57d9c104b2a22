package dev.cordon.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.CordonException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CatalogueFilesTest {

  private static final String GOOD =
      """
      jurisdiction: SE
      name: Sweden
      as_of: 2026-11-22
      researched: true
      knows_from: 2020-01-01
      provisions:
        - id: se-one
          provision: se-first
          citation: An invented act
          status: in_force
          begins: {on: 2020-01-01}
          ends: {on: 2025-01-01}
          realism: any
          age_band: under_18
          private_use: unknown
          says:
            - conducts: [possess]
              materials: {synthetic_photorealistic: covered}
              penalty: {minimum: unknown, maximum: 2 years}
          confidence: {scope: high, figures: high}
          sources: [invented for a test]
          questions: []
        - id: se-two
          provision: se-first
          citation: An invented act, new wording
          status: in_force
          begins: {on: 2025-01-01}
          realism: any
          age_band: under_18
          private_use: no_exception
          says:
            - conducts: [possess]
              materials: {synthetic_photorealistic: not_covered}
              penalty: {minimum: none, maximum: fine}
          confidence: {scope: high, figures: high}
          sources: [invented for a test]
          questions: [{about: age, ask: "Which age?"}]
          review: {by: "A. Lawyer, Ministry of Examples", on: 2026-11-01}
      """;

  private final Jurisdictions places = Jurisdictions.shipped();
  @TempDir private Path directory;

  @Test
  void ownFile_takesThePlaceOfTheShippedOne() throws IOException {
    Files.writeString(directory.resolve("SE.yaml"), GOOD);
    LawCatalogue shipped = CatalogueFiles.shipped(places).catalogue();
    LawCatalogue own = CatalogueFiles.shipped(places).with(directory).catalogue();
    LawQuestion before = LawQuestion.of("SE", Conduct.POSSESS, LocalDate.of(2024, 12, 31));
    assertThat(shipped.coverage(before).answer()).isEqualTo(Coverage.Answer.UNKNOWN);
    assertThat(own.coverage(before).answer()).isEqualTo(Coverage.Answer.COVERED);
    assertThat(own.coverage(before.at(LocalDate.of(2025, 1, 1))).answer())
        .isEqualTo(Coverage.Answer.NOT_COVERED);
    assertThat(own.coverage(before).version())
        .isEqualTo(own.version())
        .isNotEqualTo(shipped.version());
    assertThat(CatalogueFiles.shipped(places).with(directory).catalogue().version())
        .isEqualTo(own.version());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          jurisdiction: SE      | jurisdiction: XX           | SE.yaml          | named SE.yaml
          name: Sweden          | name: Suecia               | SE.yaml          | listed as 'Sweden'
          knows_from: 2020-01-01| knows_from: 2020-02-01     | line 7           | se-one may begin on 2020-01-01
          knows_from: 2020-01-01| "knows_from: 2020-01-01\\ncolour: red" | line 6 | colour
          as_of: 2026-11-22     | as_of: 2026-11-31          | line 3           | 2026-11-31
          as_of: 2026-11-22     | as_of:                     | line 3           | as_of
          ends: {on: 2025-01-01}| ends: {on: 2025-01-02}     | line 23          | overlaps in time with se-one
          ends: {on: 2025-01-01}| note: none                 | line 23          | both are in force on 2025-01-01
          ends: {on: 2025-01-01}| ends: {on: 2020-01-01}     | line 7           | not after it begins
          ends: {on: 2025-01-01}| ends: {on: 1025-01-01}     | line 12          | 1025-01-01 is no day of a law
          begins: {on: 2020-01-01}| begins: {not_before: 2021-01-01, not_after: 2020-01-01} | line 11 | lies before not_before
          begins: {on: 2020-01-01}| begins: {}               | line 11          | needs 'on'
          status: in_force      | status: perhaps            | line 10          | perhaps
          status: in_force      | status: bill               | line 7           | is bill and can not have a day
          begins: {on: 2020-01-01}| begins: {not_before: 2020-01-01} | line 7   | no day is named by which it had begun
          sources: [invented for a test]| sources: []        | line 7           | names no source
          sources: [invented for a test]| sources: [" "]     | line 7           | empty source
          sources: [invented for a test]| sources:           | line 21         | empty
          id: se-one            | id: se-two                 | SE.yaml          | stands twice
          realism: any          | "applies_in: [SE-AB]\\n    realism: any"       | line 7 | no part of Sweden
          conducts: [possess]   | conducts: [possess, possess] | line 17        | twice
          conducts: [possess]   | conducts: [possess, make_tool] | line 17      | one rule
          conducts: [possess]   | conducts: [supply_manual]  | line 17          | need 'scope'
          conducts: [possess]   | conducts: [hoard]          | line 17          | hoard
          synthetic_photorealistic: covered| synthetic_photorealistic: maybe | line 18 | maybe
          synthetic_photorealistic: covered| drawing: covered | line 18         | drawing
          maximum: 2 years      | maximum: long              | line 19          | 'long' is not a term
          maximum: 2 years      | maximum: 2 years, colour: red | line 19       | colour
          researched: true      | researched: false          | SE.yaml          | there are provisions
          researched: true      | "researched: true\\nresearched: true" | line 5 | researched
          """)
  void file_isRefusedByFileLineAndName(String good, String bad, String place, String words)
      throws IOException {
    String text = replaceFirst(GOOD, good, bad.replace("\\n", "\n"));
    Files.writeString(directory.resolve("SE.yaml"), text);
    CatalogueFiles files = CatalogueFiles.shipped(places).with(directory);
    assertThatThrownBy(files::catalogue)
        .isInstanceOf(CordonException.class)
        .hasMessageContaining("SE.yaml")
        .hasMessageContaining(place)
        .hasMessageContaining(words);
    assertThat(files.problems()).singleElement().asString().contains(words);
  }

  @Test
  void file_ofAJurisdictionThatIsNotListedIsRefused() throws IOException {
    Files.writeString(
        directory.resolve("XK.yaml"),
        GOOD.replace("jurisdiction: SE", "jurisdiction: XK").replace("se-", "xk-"));
    assertThatThrownBy(() -> CatalogueFiles.shipped(places).with(directory).catalogue())
        .hasMessageContaining("XK.yaml")
        .hasMessageContaining("'XK' is not in the list");
  }

  @Test
  void directory_holdsNothingElse() throws IOException {
    Files.writeString(directory.resolve("notes.txt"), "x");
    assertThatThrownBy(() -> CatalogueFiles.only(places, directory))
        .hasMessageContaining("notes.txt");
  }

  @Test
  void file_ofAnySizeOrDepthIsRefusedInTime() throws IOException {
    Files.writeString(directory.resolve("SE.yaml"), "[".repeat(200_000));
    assertThat(CatalogueFiles.only(places, directory).problems()).hasSize(1);
    Files.writeString(directory.resolve("SE.yaml"), "a".repeat(2_000_000));
    assertThat(CatalogueFiles.only(places, directory).problems())
        .singleElement()
        .asString()
        .contains("larger than a mebibyte");
  }

  @Test
  void command_checksADirectory() throws IOException {
    Files.writeString(directory.resolve("SE.yaml"), GOOD);
    StringWriter out = new StringWriter();
    assertThat(check(out)).isZero();
    assertThat(out.toString()).contains("in order: 19 files, 11 of them researched");
    Files.writeString(directory.resolve("SE.yaml"), GOOD.replace("[possess]", "[hoard]"));
    StringWriter wrong = new StringWriter();
    assertThat(check(wrong)).isEqualTo(1);
    assertThat(wrong.toString()).contains("SE.yaml, line 17");
  }

  private int check(StringWriter out) {
    return new CommandLine(new LawCommand())
        .setOut(new PrintWriter(out))
        .execute("check", directory.toString());
  }

  private static String replaceFirst(String text, String good, String bad) {
    int at = text.indexOf(good);
    assertThat(at).as(good).isNotNegative();
    return text.substring(0, at) + bad + text.substring(at + good.length());
  }
}
