package dev.cordon.hashing.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.formats.lists.ListClaim;
import dev.cordon.hashing.HashingException;
import dev.cordon.kernel.digest.Digests;
import dev.cordon.kernel.digest.ThreeDigests;
import dev.cordon.kernel.hamming.Code256;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Lists of digests of harmless words. */
@Timeout(120)
class ListsCommandTest {

  private static final Digests WORD = ThreeDigests.of("word".getBytes(StandardCharsets.UTF_8));
  private static final Digests OTHER = ThreeDigests.of("other".getBytes(StandardCharsets.UTF_8));
  private static final String PDQ =
      "f8f8f0cee0f4a84f06370a32038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

  @TempDir private Path folder;
  private String output = "";
  private String errors = "";

  private int run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        ListsCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = line.execute(arguments);
    output = out.toString();
    errors = err.toString();
    return code;
  }

  private String store() {
    return folder.resolve("lists").toString();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String vics(String profile, String... media) throws IOException {
    return file(
        "vics-" + profile + media.length + ".json",
        "{\"@odata.context\":\"http://github.com/VICSDATAMODEL/ProjectVic/DataModels/2.0.xml/"
            + profile
            + "/$metadata#Media\",\"value\":["
            + String.join(",\n", media)
            + "]}");
  }

  @Test
  void match_namesListVersionCategoryWithProfileAndPlace() throws IOException {
    String list =
        vics(
            "UK",
            "{\"MD5\":\"" + OTHER.md5() + "\",\"Category\":3}",
            "{\"MD5\":\"%s\",\"SHA1\":\"%s\",\"Category\":1,\"IsDistributed\":true,\"AlternativeHashes\":[{\"HashName\":\"pdq\",\"HashValue\":\"%s\"}],\"PhotoDNA\":\"AA\"}"
                .formatted(WORD.md5(), WORD.sha1(), PDQ));
    assertThat(
            run(
                "add",
                list,
                "--as",
                "gold",
                "--out",
                store(),
                "--list-version",
                "2026-11",
                "--handling",
                "H2",
                "--licence",
                "members",
                "--radius",
                "10"))
        .as(errors)
        .isZero();
    try (ListStore lists = ListStore.open(Path.of(store()))) {
      List<ListMatch> matches = lists.exact(WORD).matches();
      assertThat(matches).hasSize(2);
      ListMatch match = matches.getFirst();
      assertThat(match.list().version()).isEqualTo("2026-11");
      assertThat(match.category()).contains(new Category("UK", "1"));
      assertThat(match.claims()).containsExactly(ListClaim.DISTRIBUTED);
      assertThat(match.line()).isEqualTo(2);
      assertThat(match.file()).isEqualTo("vics-UK2.json");
      assertThat(match.json(new dev.cordon.hashing.JsonLine()).toString())
          .contains("\"category\":{\"profile\":\"UK\",\"code\":\"1\"}")
          .contains("\"handling\":\"H2\"")
          .doesNotContain(PDQ);
      Code256 code = Code256.parse(PDQ);
      Code256 near = new Code256(code.first() ^ 0x3ff, code.second(), code.third(), code.fourth());
      Code256 far = new Code256(code.first() ^ 0x7ff, code.second(), code.third(), code.fourth());
      assertThat(lists.similar(near).matches())
          .singleElement()
          .satisfies(one -> assertThat(one.distance()).isEqualTo(10));
      assertThat(lists.similar(far).matches()).isEmpty();
      assertThat(lists.parts().getFirst().vendorHashes()).containsEntry("PhotoDNA", 1L);
    }
    assertThat(run("show", store())).isZero();
    assertThat(output).contains("gold 2026-11").contains("licence members").contains("handling H2");
  }

  @Test
  void categoryWithoutAProfile_isRefused_andTheStoreStaysAsItWas() throws IOException {
    run("add", file("a.csv", "md5\n" + WORD.md5() + "\n"), "--as", "a", "--out", store());
    String list = file("b.csv", "md5,category\n" + OTHER.md5() + ",1\n");
    assertThat(run("add", list, "--as", "a", "--out", store())).isEqualTo(2);
    assertThat(errors).contains("without which a number means nothing");
    try (ListStore lists = ListStore.open(Path.of(store()))) {
      assertThat(lists.exact(WORD).matches()).hasSize(1);
      assertThat(lists.exact(OTHER).matches()).isEmpty();
    }
    assertThat(run("add", list, "--as", "b", "--out", store(), "--profile", "US")).isZero();
    assertThat(run("add", list, "--as", "c", "--out", store(), "--profile", "none")).isZero();
    try (ListStore lists = ListStore.open(Path.of(store()))) {
      assertThat(lists.exact(OTHER).matches())
          .extracting(ListMatch::category)
          .containsExactly(
              java.util.Optional.of(new Category("US", "1")),
              java.util.Optional.of(new Category("", "")));
    }
    assertThat(
            run(
                "add",
                vics("UK", "{\"MD5\":\"" + WORD.md5() + "\",\"Category\":1}"),
                "--as",
                "d",
                "--out",
                store(),
                "--profile",
                "US"))
        .isEqualTo(2);
    assertThat(errors).contains("of the profile UK, --profile says US");
  }

  @Test
  void brokenRows_areKeptWithPlaceAndReason() throws IOException {
    String list = file("a.csv", "md5,sha1\nnonsense,\n" + WORD.md5() + ",short\n");
    assertThat(run("add", list, "--as", "a", "--out", store())).isEqualTo(1);
    assertThat(errors).contains("2 rows are in quarantine");
    try (var files = Files.walk(Path.of(store()))) {
      Path quarantine =
          files.filter(path -> path.endsWith("quarantine.jsonl")).findFirst().orElseThrow();
      assertThat(Files.readAllLines(quarantine))
          .containsExactly(
              "{\"file\":1,\"byte\":9,\"line\":2,\"reason\":\"md5 has 32 hex digits, not 8 characters\"}",
              "{\"file\":1,\"byte\":19,\"line\":3,\"reason\":\"sha1 has 40 hex digits, not 5 characters; the row's other hashes are kept\"}");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(quarantine)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void update_addsAndWithdraws_butAMatchStaysOne() throws IOException {
    run("add", file("a.csv", "sha1\n" + WORD.sha1() + "\n"), "--as", "rds", "--out", store());
    String delta =
        file(
            "delta.sql",
            "INSERT INTO METADATA VALUES('%s','%s');\nDELETE FROM METADATA WHERE sha1='%s';\n"
                .formatted(OTHER.sha256(), OTHER.md5(), WORD.sha1()));
    assertThat(run("add", delta, "--as", "none", "--out", store(), "--update")).isEqualTo(2);
    assertThat(run("add", delta, "--as", "rds", "--out", store(), "--update")).isZero();
    try (ListStore lists = ListStore.open(Path.of(store()))) {
      assertThat(lists.exact(OTHER).matches()).hasSize(2);
      assertThat(lists.exact(WORD).matches())
          .extracting(ListMatch::isWithdrawn)
          .containsExactly(false, true);
    }
    run("add", file("b.csv", "sha1\n" + OTHER.sha1() + "\n"), "--as", "rds", "--out", store());
    try (ListStore lists = ListStore.open(Path.of(store()))) {
      assertThat(lists.exact(WORD).matches()).isEmpty();
      assertThat(lists.parts()).hasSize(1);
    }
  }

  @Test
  void splitSet_isAddedWholeOrNotAtAll() throws IOException {
    String one = vics("UK", "{\"MD5\":\"" + WORD.md5() + "\",\"Category\":1}");
    String cut = file("cut.json", "{\"value\":[{\"MD5\":\"" + OTHER.md5() + "\"},{\"MD");
    assertThat(run("add", one, cut, "--as", "caid", "--out", store())).isEqualTo(2);
    assertThat(errors).contains("cut.json").contains("nothing was added").contains("--take-cut");
    assertThatThrownBy(() -> ListStore.open(Path.of(store())))
        .isInstanceOf(HashingException.class)
        .hasMessageContaining("no lists");
    assertThat(run("add", one, cut, "--as", "caid", "--out", store(), "--take-cut")).isEqualTo(1);
    try (ListStore lists = ListStore.open(Path.of(store()))) {
      assertThat(lists.exact(OTHER).matches())
          .singleElement()
          .satisfies(match -> assertThat(match.file()).isEqualTo("cut.json"));
    }
  }

  @Test
  void damage_isFoundByItsPlace() throws IOException {
    run(
        "add",
        file("a.csv", "md5,pdq\n" + WORD.md5() + "," + PDQ + "\n"),
        "--as",
        "a",
        "--out",
        store());
    assertThat(run("check", store())).isZero();
    try (var files = Files.walk(Path.of(store()))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.size(file) == 0) {
          continue;
        }
        byte[] before = Files.readAllBytes(file);
        try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
          damaged.seek(before.length / 2);
          damaged.write(before[before.length / 2] ^ 1);
        }
        assertThat(run("check", store())).as(file.toString()).isNotZero();
        Files.write(file, before);
      }
    }
    assertThat(run("check", store())).isZero();
  }

  @Test
  void kill_atAnyMoment_leavesTheListsThatWere() throws Exception {
    run("add", file("a.csv", "md5\n" + WORD.md5() + "\n"), "--as", "a", "--out", store());
    StringBuilder many = new StringBuilder("md5\n");
    for (int row = 0; row < 300_000; row++) {
      many.append("%032x\n".formatted(row + 1));
    }
    String large = file("large.csv", many.toString());
    int done = 0;
    for (int millis = 150; millis < 1500; millis += 225) {
      Process process = process(large);
      boolean isDone = process.waitFor(millis, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      done += isDone ? 1 : 0;
      try (ListStore lists = ListStore.open(Path.of(store()))) {
        assertThat(lists.exact(WORD).matches()).hasSize(isDone || done > 0 ? 0 : 1);
      } catch (AssertionError replaced) {
        // Ended between coming into force and the end of the process: the new list is whole.
        try (ListStore lists = ListStore.open(Path.of(store()))) {
          assertThat(lists.parts().getFirst().rows()).isEqualTo(300_000);
        }
      }
    }
    assertThat(run("add", large, "--as", "a", "--out", store())).as(errors).isZero();
    assertThat(run("check", store())).isZero();
    try (var folders = Files.list(Path.of(store()))) {
      assertThat(folders.filter(Files::isDirectory)).hasSize(1);
    }
  }

  private Process process(String list) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx200m", "-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(ListsCommand.class.getName(), "add", list, "--as", "a", "--out", store()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
