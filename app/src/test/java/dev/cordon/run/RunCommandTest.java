package dev.cordon.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.SafeCsv;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RunCommandTest {

  private static final String LINE =
      "198.18.0.%d - - [02/Mar/2024:10:00:00 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"curl/8\"\n";

  @TempDir Path folder;

  @Test
  void quarantine_isWrittenWithPlacesAndEscaped() throws IOException {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.writeString(
        in.resolve("=cmd.log"), LINE.formatted(1) + "not a line\n" + LINE.formatted(2));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(in.resolve("logs.zip")))) {
      zip.putNextEntry(new ZipEntry("hidden-name/access.log"));
      zip.write((LINE.formatted(3) + "broken\n").getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    StringWriter told = new StringWriter();
    CommandLine command = new CommandLine(new RunCommand());
    command.setOut(new PrintWriter(told)).setErr(new PrintWriter(told));
    Path out = folder.resolve("out");
    int code = command.execute(in.toString(), "--out", out.toString());
    assertThat(code).as(told.toString()).isZero();
    int first = LINE.formatted(1).length();
    assertThat(Files.readAllLines(out.resolve("quarantine.csv")))
        .containsExactlyInAnyOrder(
            "source,table,row,byte_offset,line,reason",
            "'=cmd.log,lines,2," + first + ",2,lacks the user or the time",
            "logs.zip,#1/lines,2," + first + ",2,lacks the identity");
    assertThat(told.toString())
        .contains("=cmd.log: access log, 3 in = 2 stored + 1 quarantined + 0 duplicates")
        .contains("  1 quarantined: lacks the user or the time")
        .doesNotContain("hidden-name");
    assertThat(Files.readString(out.resolve("balance.json"))).contains("logs.zip/#1/lines");
  }

  @Test
  void logOnlyAnOwnProfileKnows_isReadWithIt() throws IOException {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.writeString(
        in.resolve("door.txt"), "7|x\n".repeat(3) + "1709373600|203.0.113.9\n".repeat(40));
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(
        own.resolve("door.yaml"),
        """
        name: door-own
        tables:
          - name: door
            form: log
            format: '$msec|$remote_addr'
            recognise: [time]
            mappings:
              - access: {ip: address, at: time|auto, action: door}
        """);
    StringWriter told = new StringWriter();
    CommandLine command = new CommandLine(new RunCommand());
    command.setOut(new PrintWriter(told)).setErr(new PrintWriter(told));
    String out = folder.resolve("out").toString();
    int code = command.execute(in.toString(), "--profiles", own.toString(), "--out", out);
    assertThat(code).as(told.toString()).isZero();
    assertThat(told.toString()).contains("door.txt: door-own log, 43 in = 43 stored");
    Files.writeString(own.resolve("door.yaml"), "name: door-own\ntabels: []\n");
    command.setExecutionExceptionHandler((failure, line, result) -> {
      told.append(failure.getMessage());
      return 2;
    });
    assertThat(command.execute(in.toString(), "--profiles", own.toString(), "--out", out))
        .isEqualTo(2);
    assertThat(told.toString()).contains("door.yaml cannot be used", "tabels");
  }

  @Test
  void countryAProviderKnows_isEvidence_andATypedOneIsNot() throws IOException {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.writeString(
        in.resolve("bank-return.csv"),
        """
        account_id,created_at,email,full_name,kyc_country,country
        1,2024-02-03T10:00:00Z,kaja.solvik@mail.example,Kaja Solvik,NO,SE
        2,2024-02-04T10:00:00Z,pim.ooster@mail.example,Pim Ooster,,NL
        """);
    StringWriter told = new StringWriter();
    CommandLine command = new CommandLine(new RunCommand());
    command.setOut(new PrintWriter(told)).setErr(new PrintWriter(told));
    Path out = folder.resolve("out");
    int code = command.execute(in.toString(), "--out", out.toString());
    assertThat(code).as(told.toString()).isIn(0, 1);
    List<String> accounts = Files.readAllLines(out.resolve("accounts.csv"));
    assertThat(accounts)
        .filteredOn(line -> line.startsWith("bank-return,1,"))
        .singleElement()
        .asString()
        .contains(",NO,moderate");
    assertThat(accounts)
        .filteredOn(line -> line.startsWith("bank-return,2,"))
        .singleElement()
        .asString()
        .contains(",,none");
  }

  @Test
  void cells_areNeverFormulas() {
    assertThat(SafeCsv.value("=1+1")).isEqualTo("'=1+1");
    assertThat(SafeCsv.value("@SUM(A1),x")).isEqualTo("\"'@SUM(A1),x\"");
    assertThat(SafeCsv.value("plain")).isEqualTo("plain");
  }
}
