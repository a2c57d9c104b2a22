package dev.cordon.intake;

import static dev.cordon.intake.TakenFiles.balances;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.profiles.Profiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs in a format nobody knows but a profile of the operation's own. */
class ProfiledLogsTest {

  static final String PROFILE =
      """
      name: shop-door
      product: Shop door
      tables:
        - name: door
          form: log
          format: '$msec|door=$http_x_door|user=$remote_user|ip=$remote_addr'
          recognise: [time]
          mappings:
            - holder: {account: user}
              account: {handle: user}
              access: {ip: address, at: time|auto, action: door}
      """;

  static final String LOG =
      """
      1709373600.000|door=a|user=anna|ip=198.51.100.7
      1709373660.500|door=b|user=bo|ip=203.0.113.9
      somebody wrote into the file
      1709373720.250|door=a|user=-|ip=198.51.100.8
      1709373721.250|door=a|user=anna|ip=198.51.100.8
      """;

  @TempDir Path folder;
  private TakenFiles files;

  @BeforeEach
  void openVault() {
    files = new TakenFiles(folder);
    files.use(own(PROFILE));
  }

  @Test
  void logOfItsOwnFormat_isReadByTheProfile() throws IOException, SQLException {
    SourceReport report = files.taken("door.txt", LOG);
    assertThat(balances(report)).containsExactly("door.txt: 5 = 4 + 1 + 0");
    assertThat(report.form()).isEqualTo("Shop door log");
    assertThat(report.notes()).anyMatch(note -> note.contains("by the profile shop-door"));
    assertThat(
            files.all("select source_row, account, ip, \"at\" from accesses order by source_row"))
        .containsExactly(
            "1|anna|198.51.100.7|2024-03-02 10:00:00.0",
            "2|bo|203.0.113.9|2024-03-02 10:01:00.5",
            "4|null|198.51.100.8|2024-03-02 10:02:00.25",
            "5|anna|198.51.100.8|2024-03-02 10:02:01.25");
    assertThat(
            files.all("select distinct handle from accounts where handle is not null order by 1"))
        .containsExactly("anna", "bo");
  }

  @Test
  void memberOfAnArchive_isReadByTheProfile() throws IOException, SQLException {
    SourceReport report =
        files.taken("logs.zip", TakenFiles.zip("var/door.log", LOG, "readme", "nothing of use"));
    assertThat(balances(report)).contains("logs.zip/#1/lines: 5 = 4 + 1 + 0");
    assertThat(files.all("select count(*) from accesses")).containsExactly("4");
  }

  @Test
  void otherTextAndOtherLogs_areNotTakenForIt() throws IOException {
    assertThat(
            files.refused(
                "letter.txt", "Dear all,\nno log is here.\n".getBytes(StandardCharsets.UTF_8)))
        .contains("not recognised");
    String common =
        "198.51.100.7 - - [02/Mar/2024:10:00:00 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"c/8\"\n";
    assertThat(files.taken("access.log", common.repeat(4)).form()).isEqualTo("access log");
    assertThat(files.taken("list.csv", "a,b\n1,2\n3,4\n").form()).contains("CSV");
  }

  @Test
  void formatThatFitsAnything_isNeverTakenUnasked() throws IOException {
    files.use(own(PROFILE.replaceAll("format: .*", "format: '\\$http_x_line'")));
    assertThat(
            files.refused(
                "letter.txt", "Dear all,\nno log is here.\n".getBytes(StandardCharsets.UTF_8)))
        .contains("not recognised");
  }

  @Test
  void commonLogWithMore_isReadByTheProfile() throws IOException, SQLException {
    files.use(
        own(
            PROFILE.replaceAll(
                "format: .*",
                "format: '\\$remote_addr - \\$remote_user [\\$time_local] \"\\$request\" \\$status \\$body_bytes_sent \"\\$http_x_door\"'")));
    String line =
        "198.51.100.7 - anna [02/Mar/2024:10:00:0%d +0000] \"GET / HTTP/1.1\" 200 5 \"a\"\n";
    SourceReport report = files.taken("door.log", line.formatted(1) + line.formatted(2));
    assertThat(report.form()).isEqualTo("Shop door log");
    assertThat(files.all("select account, \"at\" from accesses order by 2"))
        .containsExactly("anna|2024-03-02 10:00:01.0", "anna|2024-03-02 10:00:02.0");
  }

  @Test
  void mediaInALine_isSealedByReferenceAndShownToNobody() throws IOException, SQLException {
    String picture =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
    SourceReport report =
        files.taken(
            "door.txt", LOG + "1709373800.000|door=" + picture + "|user=cy|ip=203.0.113.1\n");
    assertThat(report.sealed()).isEqualTo(SourceReport.Sealing.BY_REFERENCE);
    assertThat(files.vaultBytes()).doesNotContain("iVBORw0KGgo");
    assertThat(files.all("select count(*) from accesses where account = 'cy'"))
        .containsExactly("1");
  }

  static Profiles own(String yaml) {
    return Profiles.shipped()
        .with(
            List.of(
                Profiles.read(
                    "own.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))));
  }
}
