package dev.cordon.formats.tips;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.Position;
import dev.cordon.formats.xml.XmlLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TipParserTest {

  private static final String REPORT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <report xmlns:x="urn:x">
        <incidentSummary>
          <incidentType>An incident type</incidentType>
          <escalateToHighPriority>reason</escalateToHighPriority>
          <incidentDateTime>2024-10-15T08:00:00-07:00</incidentDateTime>
        </incidentSummary>
        <internetDetails><webPageIncident><url>https://shop.example/</url></webPageIncident></internetDetails>
        <reporter><reportingPerson><firstName>Rita</firstName></reportingPerson>
          <companyTemplate>Provider</companyTemplate></reporter>
        <personOrUserReported>
          <personOrUserReportedPerson>
            <email verified="true">ann@mail.example</email><phone type="Mobile">+3225550100</phone>
          </personOrUserReportedPerson>
          <espIdentifier>u-77</espIdentifier><espService>Chat</espService>
          <screenName>ann77</screenName>
          <ipCaptureEvent><ipAddress>198.18.0.7</ipAddress><eventName>Login</eventName>
            <dateTime>2024-10-14T07:00:00Z</dateTime></ipCaptureEvent>
          <deviceId><idType>IMEI</idType><idValue>dev-1</idValue></deviceId>
          <priorCTReports>123</priorCTReports>
        </personOrUserReported>
        <victim><victimPerson><firstName>Vera</firstName></victimPerson></victim>
        <fileDetails>
          <reportId>9001</reportId><fileId>f-1</fileId>
          <originalFileName>holiday.jpg</originalFileName>
          <fileViewedByEsp>true</fileViewedByEsp>
          <fileAnnotations><viral/></fileAnnotations>
          <industryClassification>B2</industryClassification>
          <originalFileHash hashType="MD5">d41d8cd98f00b204e9800998ecf8427e</originalFileHash>
          <details><nameValuePair><name>Model</name><value>Camera</value></nameValuePair><type>EXIF</type></details>
        </fileDetails>
      </report>
      """;

  private final List<TipReport> reports = new ArrayList<>();
  private final List<TipPerson> persons = new ArrayList<>();
  private final List<TipFile> files = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();

  @Test
  void report_isRead() throws IOException {
    read(REPORT);
    assertThat(broken).isEmpty();
    TipReport report = reports.getFirst();
    assertThat(report.incidentType()).isEqualTo("An incident type");
    assertThat(report.incidentTime()).isEqualTo("2024-10-15T08:00:00-07:00");
    assertThat(report.isHighPriority()).isTrue();
    assertThat(report.surfaces()).containsExactly("webPageIncident");
    assertThat(report.reporterService()).isEqualTo("Provider");
  }

  @Test
  void persons_keepTheirParts() throws IOException {
    read(REPORT);
    assertThat(persons)
        .extracting(TipPerson::role)
        .containsExactly(TipPerson.Role.REPORTED, TipPerson.Role.VICTIM);
    TipPerson person = persons.getFirst();
    assertThat(person.espIdentifier()).isEqualTo("u-77");
    assertThat(person.selectors())
        .containsExactly(
            new TipPerson.Selector("email", "ann@mail.example", "true"),
            new TipPerson.Selector("phone", "+3225550100", null),
            new TipPerson.Selector("screenName", "ann77", null),
            new TipPerson.Selector("deviceId", "dev-1", null));
    assertThat(person.addresses())
        .containsExactly(
            new TipPerson.Capture("198.18.0.7", "Login", "2024-10-14T07:00:00Z", null, null));
    assertThat(person.priorReports()).containsExactly("123");
  }

  @Test
  void file_isReferencesAndHashesOnly() throws IOException {
    read(REPORT);
    TipFile file = files.getFirst();
    assertThat(file.sealedName()).isEqualTo("holiday.jpg");
    assertThat(file.hashes())
        .containsExactly(new TipFile.Hash("MD5", "d41d8cd98f00b204e9800998ecf8427e"));
    assertThat(file.viewed()).isEqualTo("true");
    assertThat(file.classification()).isEqualTo("B2");
    assertThat(file.hasExif()).isTrue();
    assertThat(file.annotations()).containsExactly("viral");
    assertThat(file.toString()).doesNotContain("Camera");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "fileData", "additionalInfo", "unknownElement"})
  void embeddedFile_isRefusedByName(String element) throws IOException {
    String encoded = "R0lGODlhAQABAIAAAAAAAP".repeat(5000);
    read(REPORT.replace("<fileId>", "<" + element + ">" + encoded + "</" + element + "><fileId>"));
    assertThat(refused)
        .containsExactly(
            element + " 110000 the file part is refused: Cordon takes references and hashes only");
    assertThat(files.getFirst().fileId()).isEqualTo("f-1");
    assertThat(files.toString() + persons + reports).doesNotContain("R0lGOD");
  }

  @Test
  void documentType_isRefused() throws IOException {
    read("<!DOCTYPE report [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><report>&e;</report>");
    assertThat(broken).singleElement().asString().contains("document type");
    assertThat(reports).isEmpty();
  }

  @Test
  void hostileXml_endsByName() throws IOException {
    read("<report>" + "<a>".repeat(1000));
    read("<report a=\"" + "x".repeat(3 << 20) + "\">");
    read("<report><!--" + "x".repeat(3 << 20));
    StringBuilder names = new StringBuilder("<report>");
    for (int index = 0; index < 5000; index++) {
      names.append("<n").append(index).append("/>");
    }
    read(names.toString());
    read("<report><fileDetails><fileId>1</fileId>");
    assertThat(broken).hasSize(5);
    assertThat(broken.get(0)).contains("nested deeper");
    assertThat(broken.get(1)).contains("longer than");
    assertThat(broken.get(2)).contains("longer than");
    assertThat(broken.get(3)).contains("different names");
    assertThat(broken.get(4)).contains("no longer well-formed");
    assertThat(files.getLast().fileId()).isEqualTo("1");
  }

  @Test
  void mutatedReports_endByName() throws IOException {
    Random random = new Random(3);
    int rounds = Boolean.getBoolean("long") ? 200_000 : 10_000;
    for (int round = 0; round < rounds; round++) {
      byte[] bytes = REPORT.getBytes(StandardCharsets.UTF_8);
      for (int change = random.nextInt(5); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] =
            (byte) "<>&;/\"'=!?[]x\0\u00ff".charAt(random.nextInt(15));
      }
      read(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
      files.clear();
      persons.clear();
      reports.clear();
      broken.clear();
    }
  }

  private void read(String xml) throws IOException {
    read(xml.getBytes(StandardCharsets.UTF_8));
  }

  private void read(byte[] xml) throws IOException {
    TipParser.parse(
        new ByteArrayInputStream(xml),
        XmlLimits.STANDARD,
        new TipHandler() {
          @Override
          public void report(TipReport report) {
            reports.add(report);
          }

          @Override
          public void person(TipPerson person) {
            persons.add(person);
          }

          @Override
          public void file(TipFile file) {
            files.add(file);
          }

          @Override
          public void refused(Position position, String element, long length, String reason) {
            refused.add(element + " " + length + " " + reason);
          }

          @Override
          public void broken(Position position, String reason) {
            broken.add(reason);
          }
        });
  }
}
