package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * Whatever way a table holds media, and however it is packed: the source is sealed by reference,
 * the other columns are records, and no byte of the media is in a record, the vault, a temporary
 * file or a log.
 */
class MediaNeverCopiedTest {

  /** One grey dot: harmless, and a picture by what it begins with. */
  private static final String DOT =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

  private static final byte[] PICTURE = java.util.Base64.getDecoder().decode(DOT);
  private static final String HEX = HexFormat.of().formatHex(PICTURE);

  @TempDir Path folder;

  record Case(String name, byte[] content) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> carriers() {
    String table =
        "-- MySQL dump\nCREATE TABLE `u` ("
            + FormatsIntakeTest.USERS
            + ", `face` longblob);\nINSERT INTO `u` VALUES (1,'ann','x','n','ann@mail.example','2024-01-01 00:00:00',";
    String copy =
        "-- PostgreSQL database dump\nCREATE TABLE public.u ("
            + FormatsIntakeTest.USERS.replace("`", "").replace("datetime", "timestamp")
            + ", face bytea);\nCOPY public.u FROM stdin;\n1\tann\tx\tn\tann@mail.example\t2024-01-01 00:00:00\t";
    String csv = "name,receipt_email,amount,face\nann,ann@mail.example,5,";
    return Stream.of(
        text("base64.csv", csv + DOT + "\n"),
        text("data.csv", csv + "\"data:image/png;base64," + DOT + "\"\n"),
        text("wrapped.csv", csv + "\"" + DOT.replaceAll("(.{60})", "$1\n") + "\"\n"),
        text("hex.csv", csv + "0x" + HEX + "\n"),
        text("hex.sql", table + "0x" + HEX + ");\n"),
        text("base64.sql", table + "'" + DOT + "');\n"),
        text("page.sql", table + "'<img src=\"data:image/png;base64," + DOT + "\">');\n"),
        raw("raw.sql", table + "_binary '", escaped(PICTURE), "');\n"),
        text("bytea.sql", copy + "\\\\x" + HEX + "\n\\.\n"),
        text(
            "face.json",
            "{\"accounts\":[{\"email\":\"ann@mail.example\",\"face\":\"" + DOT + "\"}]}"),
        text(
            "face.ndjson",
            "{\"email\":\"ann@mail.example\"}\n{\"face\":\"data:image/png;base64," + DOT + "\"}\n"),
        text(
            "access.log",
            "198.18.0.1 - - [02/Mar/2024:10:00:01 +0000] \"GET /?f=data:image/png;base64,"
                + DOT
                + " HTTP/1.1\" 200 5 \"-\" \"curl/8\"\n"),
        text(
            "tip.xml",
            "<report><incidentSummary><incidentType>x</incidentType></incidentSummary><fileDetails><fileId>f</fileId><fileData>"
                + DOT
                + "</fileData></fileDetails></report>"));
  }

  @ParameterizedTest
  @MethodSource("carriers")
  void media_areSealedByReferenceAndNowhereElse(Case one) throws IOException, SQLException {
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    logged.start();
    root.addAppender(logged);
    try {
      check("plain", one.name(), one.content());
      check("packed", one.name() + ".gz", TakenFiles.gzip(one.content()));
      check("archived", one.name() + ".zip", TakenFiles.zip("a/" + one.name(), one.content()));
    } finally {
      root.detachAppender(logged);
    }
    assertThat(logged.list).noneMatch(event -> isMedia(event.getFormattedMessage()));
  }

  private void check(String place, String name, byte[] content) throws IOException, SQLException {
    Path own = Files.createDirectory(folder.resolve(place));
    TakenFiles files = new TakenFiles(own);
    SourceReport report = files.taken(name, content);
    assertThat(report.sealed()).as(name).isEqualTo(SourceReport.Sealing.BY_REFERENCE);
    assertThat(report.mediaFound()).as(name).isPositive();
    assertThat(report.balances().stream().mapToLong(Balance::stored).sum()).isPositive();
    try (Stream<Path> sealed = Files.list(files.vault().sources())) {
      assertThat(sealed).as(name).isEmpty();
    }
    for (RecordKind kind : RecordKind.values()) {
      List<String> rows = files.all("select * from " + kind.dataSet());
      assertThat(rows).as(name + " " + kind).noneMatch(MediaNeverCopiedTest::isMedia);
    }
    assertThat(isMedia(files.vaultBytes())).as(name).isFalse();
    assertThat(isMedia(report.toString())).as(name).isFalse();
  }

  /** Any piece of the picture: as it is, in base64, in digits. */
  private static boolean isMedia(String text) {
    return text.contains(DOT.substring(10, 40))
        || text.toLowerCase(java.util.Locale.ROOT).contains(HEX.substring(20, 60))
        || text.contains(new String(PICTURE, 12, 20, StandardCharsets.ISO_8859_1));
  }

  private static Case text(String name, String content) {
    return new Case(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static Case raw(String name, String before, byte[] value, String after) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(before.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(value);
    bytes.writeBytes(after.getBytes(StandardCharsets.UTF_8));
    return new Case(name, bytes.toByteArray());
  }

  /** As mysqldump writes bytes without --hex-blob. */
  private static byte[] escaped(byte[] value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte next : value) {
      switch (next) {
        case 0 -> bytes.writeBytes(new byte[] {'\\', '0'});
        case '\n' -> bytes.writeBytes(new byte[] {'\\', 'n'});
        case '\r' -> bytes.writeBytes(new byte[] {'\\', 'r'});
        case '\'', '"', '\\' -> bytes.writeBytes(new byte[] {'\\', next});
        case 26 -> bytes.writeBytes(new byte[] {'\\', 'Z'});
        default -> bytes.write(next);
      }
    }
    return bytes.toByteArray();
  }
}
