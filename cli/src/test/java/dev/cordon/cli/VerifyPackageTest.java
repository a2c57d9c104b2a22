package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.exchange.BagFolder;
import dev.cordon.exchange.PackageArchive;
import dev.cordon.exchange.PackageBag;
import dev.cordon.exchange.PackageFolder;
import dev.cordon.exchange.PackageManifest;
import dev.cordon.exchange.PackageTable;
import dev.cordon.exchange.PackageTerms;
import dev.cordon.exchange.SealedPackage;
import dev.cordon.exchange.SealingKey;
import dev.cordon.kernel.merkle.NoteSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyPackageTest {

  private static final NoteSigner SIGNER = NoteSigner.generate("lead.example");
  private static final SealingKey KEY = SealingKey.generate();

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final SortedMap<String, byte[]> bag = bag();

  @BeforeEach
  void files() throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    SealedPackage.seal("P", bag, List.of(KEY.recipient()), sealed);
    Files.write(file("package.age"), sealed.toByteArray());
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    PackageArchive.write("P", bag, tar);
    Files.write(file("package.tar"), tar.toByteArray());
    BagFolder.write(file("folder"), bag);
    Files.writeString(file("identity"), "# created: 2025-01-01\n" + KEY.identity() + "\n");
  }

  @Test
  void package_inEachForm_verifiesCheckByCheck() {
    for (String name : List.of("package.age", "package.tar", "folder")) {
      assertThat(verify(name, "--recipient", "Police of Otherland")).as(name).isZero();
    }
    assertThat(out.toString())
        .contains("held    sealed to this key", "held    signature: by lead.example")
        .contains("held    recipient: it is for Police of Otherland")
        .contains("verified: every check held");
  }

  @Test
  void package_forSomebodyElse_orBySomebodyElse_fails() {
    assertThat(verify("folder", "--recipient", "Police of Elsewhere")).isEqualTo(1);
    assertThat(out.toString()).contains("FAILED  recipient", "NOT verified");
    String stranger = NoteSigner.generate("lead.example").key().text();
    assertThat(run(file("folder").toString(), "--key", stranger)).isEqualTo(1);
    assertThat(out.toString()).contains("FAILED  signature");
  }

  @Test
  void package_thatWasChanged_failsAndNamesTheCheck() throws IOException {
    byte[] sealed = Files.readAllBytes(file("package.age"));
    sealed[sealed.length - 5] ^= 1;
    Files.write(file("package.age"), sealed);
    Files.writeString(file("folder").resolve("data/law.csv"), "other");

    assertThat(verify("package.age")).isEqualTo(1);
    assertThat(out.toString()).contains("FAILED  sealed content: it was changed or cut off");
    assertThat(verify("folder", "--json")).isEqualTo(1);
    assertThat(out.toString()).contains("\"check\":\"digests\",\"held\":false");
  }

  @Test
  void package_sealedToAnotherKey_fails() throws IOException {
    Files.writeString(file("identity"), SealingKey.generate().identity());
    assertThat(verify("package.age")).isEqualTo(1);
    assertThat(out.toString())
        .contains("FAILED  sealed to this key: it is not sealed to the given");
  }

  @Test
  void keys_thatAreMissing_areAskedFor() {
    assertThat(run(file("package.age").toString(), "--key", SIGNER.key().text())).isEqualTo(2);
    assertThat(err.toString()).contains("--identity");
    assertThat(run(file("folder").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--key");
    assertThat(
            run(
                file("package.age").toString(),
                "--key",
                SIGNER.key().text(),
                "--identity",
                file("package.tar").toString()))
        .isEqualTo(2);
  }

  private int verify(String name, String... more) {
    String[] arguments = new String[5 + more.length];
    arguments[0] = file(name).toString();
    arguments[1] = "--key";
    arguments[2] = SIGNER.key().text();
    arguments[3] = "--identity";
    arguments[4] = file("identity").toString();
    System.arraycopy(more, 0, arguments, 5, more.length);
    return run(arguments);
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  private int run(String... arguments) {
    CommandLine line = VerifyCommand.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private static SortedMap<String, byte[]> bag() {
    Map<String, byte[]> payload =
        Map.of(
            "data/law.csv",
            "what\r\n".getBytes(StandardCharsets.UTF_8),
            "data/subjects.csv",
            new PackageTable.Builder("number", "category", "attribution_reason", "jurisdiction")
                .add("S-0001", "suspect", "billing country", "DK")
                .bytes(),
            "data/records.csv",
            new PackageTable.Builder(
                    "number",
                    "kind",
                    "label",
                    "value",
                    "at",
                    "source_name",
                    "source_table",
                    "source_row",
                    "concerns")
                .add(
                    "S-0001",
                    "EMAIL",
                    "account",
                    "x@mail.example",
                    "",
                    "shop",
                    "users",
                    1,
                    "subject")
                .bytes());
    byte[] manifest =
        new PackageManifest(
                PackageManifest.BAG,
                "P-DK-01",
                1,
                "operation-1",
                "agency-2",
                "H2",
                Instant.parse("2025-02-01T08:00:00Z"),
                new PackageTerms(
                    "agency-1",
                    "Police of Exampleland",
                    "Police of Otherland",
                    "DK",
                    "Operation Example",
                    "national",
                    List.of("en"),
                    null,
                    null),
                PackageBag.entries(payload))
            .toBytes();
    return PackageBag.of(manifest, SIGNER.sign(PackageFolder.textToSign(manifest)), payload);
  }
}
