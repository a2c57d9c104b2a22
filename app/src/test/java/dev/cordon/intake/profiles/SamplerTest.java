package dev.cordon.intake.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.profiles.Profiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class SamplerTest {

  static final String DUMP =
      """
      -- MySQL dump 10.13
      CREATE TABLE `medlemmer` (`nr` int, `brugernavn` varchar(50), `epost` varchar(99), `kodeord` varchar(60), `oprettet` int, `om` text);
      INSERT INTO `medlemmer` VALUES (1,'ann','ann@mail.example','d41d8cd98f00b204e9800998ecf8427e',1700000000,'a long text that somebody wrote about themselves in the forum, and more of it'),
      (2,'ben','ben@mail.example','d41d8cd98f00b204e9800998ecf8427f',1700000001,'another long text that nobody but the reader of sealed text may see'),
      (3,'cleo');
      INSERT INTO `medlemmer` VALUES (4,'dora','dora@mail.example','d41d8cd98f00b204e9800998ecf84270',1700000003,NULL);
      """;

  @Test
  void dump_givesTablesRowsAndWhatWouldBeQuarantined() throws IOException {
    SourceSample sample = sample(DUMP);
    SampledTable table = sample.table("medlemmer").orElseThrow();

    assertThat(sample.isWhole()).isTrue();
    assertThat(table.columns())
        .containsExactly("nr", "brugernavn", "epost", "kodeord", "oprettet", "om");
    assertThat(table.rows()).hasSize(3);
    assertThat(table.unreadableSeen()).isEqualTo(1);
    assertThat(table.unreadable().getFirst().position().line()).isEqualTo(5);
    assertThat(table.readBy(OperationProfiles.shipped())).isEmpty();
  }

  @Test
  void packedCsv_givesItsRecords() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(
          "Kunde,Mail\n1,a@mail.example\n2,b@mail.example\n".getBytes(StandardCharsets.UTF_8));
    }
    SampledTable table = sample(packed.toByteArray()).table("records").orElseThrow();

    assertThat(table.form()).isEqualTo("csv");
    assertThat(table.rows().get(1).value(1).text()).isEqualTo("b@mail.example");
  }

  @Test
  void jsonLines_giveTheFieldsOfAllLines() throws IOException {
    SampledTable table =
        sample(
                """
                {"who": "ann", "when": "2024-03-01T10:00:00Z"}
                {"who": "ben", "from": {"ip": "198.18.0.1"}}
                {"who": "broken
                """)
            .table("lines")
            .orElseThrow();

    assertThat(table.form()).isEqualTo("json");
    assertThat(table.list()).isEmpty();
    assertThat(table.columns()).containsExactly("who", "when", "from.ip");
    assertThat(table.rows().getFirst().value(2)).isEqualTo(SampledValue.NONE);
    assertThat(table.unreadableSeen()).isEqualTo(1);
  }

  /** A database of one row, made for this test. */
  @Test
  void sqlite_givesItsTables() throws IOException {
    try (InputStream file = SamplerTest.class.getResourceAsStream("folk.db")) {
      SampledTable table = sample(file.readAllBytes()).table("folk").orElseThrow();
      assertThat(table.form()).isEqualTo("sql");
      assertThat(table.rows().getFirst().value(1).text()).isEqualTo("eva@mail.example");
      assertThat(table.rows().getFirst().value(2).bytes()).containsExactly(0, 0xff);
    }
  }

  @Test
  void archive_namesMembersByTheirPlaceOnly() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a name nobody may see.csv"));
      zip.write(
          "Kunde,Mail\n1,a@mail.example\n2,b@mail.example\n".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    SourceSample sample = sample(bytes.toByteArray());

    assertThat(sample.tables()).extracting(SampledTable::name).containsExactly("#1/records");
    assertThat(sample.toString()).doesNotContain("nobody may see");
    assertThat(sample.tables().getFirst().sample().name()).isEqualTo("records");
  }

  @Test
  void logNobodyDescribed_givesItsFormat() throws IOException {
    String line = "198.18.0.%d 2024-03-01T10:00:0%d+01:00 GET /x 200 \"Agent/1 (x)\"\n";
    StringBuilder log = new StringBuilder();
    for (int index = 0; index < 9; index++) {
      log.append(line.formatted(index, index));
    }
    log.append("not a line of it\n");
    SampledTable table = sample(log.toString()).table("lines").orElseThrow();

    assertThat(table.form()).isEqualTo("log");
    assertThat(table.format()).contains("${remote_addr}");
    assertThat(table.rows()).hasSize(9);
    assertThat(table.unreadableSeen()).isEqualTo(1);
    assertThat(table.columns()).contains("address", "time");
  }

  @Test
  void media_isNeverKept() throws IOException {
    String picture =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
    SampledTable table =
        sample("who,picture\nann,\"data:image/png;base64," + picture + "\"\nben,x\n")
            .table("records")
            .orElseThrow();

    assertThat(table.rows().getFirst().value(1).text()).isNull();
    assertThat(table.rows().getFirst().value(1).digest()).isEqualTo("media");
    assertThat(table.toString()).doesNotContain(picture);
  }

  @Test
  void memoryAndTime_areBounded() throws IOException {
    StringBuilder csv = new StringBuilder("a,b\n");
    for (int index = 0; index < 50_000; index++) {
      csv.append(index).append(",").append("x".repeat(100)).append('\n');
    }
    SampleLimits few =
        new SampleLimits(5, 10, 10, 1 << 20, Duration.ofSeconds(20), 1 << 10, 64, 1 << 20);
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    SourceSample sample =
        Sampler.sample(() -> new ByteArrayInputStream(bytes), few, Profiles.shipped());
    SampledTable table = sample.tables().getFirst();

    assertThat(sample.isWhole()).isFalse();
    assertThat(table.rows().size()).isLessThanOrEqualTo(5);
    assertThat(table.rows().getFirst().value(1).isWhole()).isFalse();
    assertThat(table.rows().getFirst().value(1).lengthBytes()).isEqualTo(100);
  }

  static SourceSample sample(String content) throws IOException {
    return sample(content.getBytes(StandardCharsets.UTF_8));
  }

  static SourceSample sample(byte[] bytes) throws IOException {
    return Sampler.sample(
        () -> new ByteArrayInputStream(bytes), SampleLimits.PAGE, Profiles.shipped());
  }
}
