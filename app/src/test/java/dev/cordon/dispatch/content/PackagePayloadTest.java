package dev.cordon.dispatch.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.casework.CaseValidator;
import dev.cordon.exchange.PackageContents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PackagePayloadTest {

  private final PackageContent content = InventedContent.of("da", 2);
  private final Map<String, byte[]> files = PackagePayload.withoutReports(content);

  @Test
  void sameContent_givesTheSameBytes() {
    assertThat(PackagePayload.withoutReports(InventedContent.of("da", 2)))
        .usingRecursiveComparison()
        .isEqualTo(files);
  }

  @Test
  void caseDocument_isValid_andHasNoUnknownTerm() {
    byte[] document = files.get("data/case.jsonld");
    assertThat(new CaseValidator().validate(document).findings()).isEmpty();
    assertThat(text("data/case.jsonld"))
        .contains(
            "case-investigation:Authorization",
            "uco-marking:StatementMarking",
            "uco-observable:EmailAddressFacet",
            "uco-core:Assertion",
            "\"cordon:dataSubjectCategory\" : \"other\"",
            "\"cordon:sourceRow\" : 4711");
  }

  @Test
  void tables_areReadAgainAsTheyWereWritten() {
    PackageContents read = PackageContents.read(files, "DK");
    assertThat(read.subjects())
        .extracting(PackageContents.Subject::number)
        .containsExactly("S-0001", "S-0002", "S-0003");
    List<PackageContent.Fact> facts =
        content.subjects().stream().flatMap(subject -> subject.facts().stream()).toList();
    assertThat(read.rows()).hasSameSizeAs(facts);
    for (int place = 0; place < facts.size(); place++) {
      PackageContent.Fact fact = facts.get(place);
      PackageContents.Row row = read.rows().get(place);
      assertThat(row.value()).isEqualTo(fact.value());
      assertThat(row.at()).isEqualTo(fact.at());
      assertThat(row.concerns()).isEqualTo(fact.concerns().text());
      assertThat(row.sourceRow()).isEqualTo(fact.sourceRow());
    }
  }

  @Test
  void entities_keepToTheSchemasOfThePublicModel() throws IOException {
    Map<String, Set<String>> schemas = new HashMap<>();
    Files.readAllLines(Path.of("src/test/resources/dispatch/followthemoney.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(": ", 2))
        .forEach(line -> schemas.put(line[0], Set.of(line[1].split(" "))));
    Set<String> seen = new TreeSet<>();
    Set<String> ids = new TreeSet<>();
    List<String> lines = text("data/entities.ftm.json").lines().toList();
    for (String line : lines) {
      JsonNode entity = JsonMapper.shared().readTree(line);
      String schema = entity.get("schema").asString();
      seen.add(schema);
      ids.add(entity.get("id").asString());
      assertThat(schemas).containsKey(schema);
      assertThat(schemas.get(schema)).containsAll(entity.get("properties").propertyNames());
      entity.get("properties").forEach(values -> assertThat(values.isArray()).isTrue());
    }
    assertThat(seen).containsExactly("Payment", "Person", "UnknownLink", "UserAccount");
    for (String line : lines) {
      JsonNode properties = JsonMapper.shared().readTree(line).get("properties");
      for (String end : List.of("owner", "payer", "subject", "object")) {
        properties.path(end).forEach(id -> assertThat(ids).contains(id.asString()));
      }
    }
  }

  @Test
  void words_areTheSameKeysInEveryLanguage() {
    Set<String> english = ReportTexts.in("en").keys();
    assertThat(english.size()).isGreaterThan(80);
    for (String language : ReportTexts.LANGUAGES) {
      ReportTexts texts = ReportTexts.in(language);
      assertThat(texts.language()).isEqualTo(language);
      assertThat(texts.keys()).as(language).isEqualTo(english);
      english.forEach(key -> assertThat(texts.of(key)).isNotBlank());
    }
    for (var coverage : dev.cordon.law.Coverage.Answer.values()) {
      assertThat(english).contains("law." + coverage.name());
    }
    for (var conduct : dev.cordon.law.Conduct.values()) {
      assertThat(english).contains("conduct." + conduct.name());
    }
    assertThat(ReportTexts.in("xx").language()).isEqualTo("en");
    assertThat(ReportTexts.languageOf("DK")).isEqualTo("da");
    assertThat(ReportTexts.languageOf("FI")).isEqualTo("en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "da", "de", "fr", "es"})
  void report_saysEverything_inItsLanguage(String language) throws IOException {
    byte[] pdf =
        PackagePayload.of(InventedContent.of(language, 2)).get("data/report-" + language + ".pdf");
    keepForTheEye(language, pdf);
    try (var document = Loader.loadPDF(pdf)) {
      String read = new PDFTextStripper().getText(document).replaceAll("[\\s\\u200b]+", "");
      ReportTexts texts = ReportTexts.in(language);
      for (String key :
          new String[] {"title", "facts", "assessments", "law", "left_out", "intro"}) {
        assertThat(read).contains(texts.of(key).replaceAll("\\s+", ""));
      }
      assertThat(read)
          .contains("Hohenstein-Oberhausen", "S-0003", "ErikaBeispiel*", "192.0.2.7")
          .contains("NationalPoliceofExampleland", "2027-01-01", "S-0009")
          .contains("OperationExample<&\"quoted\">");
    }
  }

  private static void keepForTheEye(String language, byte[] pdf) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "reports"));
    Files.write(folder.resolve("report-" + language + ".pdf"), pdf);
  }

  private String text(String path) {
    return new String(files.get(path), StandardCharsets.UTF_8);
  }

  @Test
  void profiles_areRead() {
    assertThat(RecipientProfile.shipped())
        .extracting(RecipientProfile::name)
        .containsExactly("national", "europol");
    assertThat(Arrays.asList("national", "europol", "nobody"))
        .filteredOn(name -> RecipientProfile.of(name).isPresent())
        .hasSize(2);
  }
}
