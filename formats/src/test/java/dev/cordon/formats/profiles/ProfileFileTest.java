package dev.cordon.formats.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.formats.FormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileFileTest {

  private static final String SMALL =
      """
      name: x
      tables:
        - name: t
          recognise: [a, b]
          mappings:
            - holder: {account: a}
              access: {ip: b, at: c|unix, action: login}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "phpbb-3.3",
        "wordpress",
        "woocommerce",
        "woocommerce-posts",
        "wordfence",
        "card-processor",
        "crypto-invoices",
        "mail-provider",
        "reference",
        "mybb-1.8",
        "vbulletin-5",
        "xenforo-2",
        "ipb-4",
        "opencart",
        "payment-exports",
        "bank-statement",
        "generic-returns"
      })
  void shippedProfile_writtenComesBack(String name) throws IOException {
    try (InputStream file = Profiles.class.getResourceAsStream(name + ".yaml")) {
      Profile profile = ProfileFile.read(name, file);
      String written = ProfileFile.write(profile);
      assertThat(read(written)).isEqualTo(profile);
      assertThat(ProfileFile.write(read(written))).isEqualTo(written);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "recognise: [a, b]~recognize: [a, b]~p.yaml, line 4: unknown word «recognize» in tables (is «recognise» meant?)",
        "ip: b~adress: b~p.yaml, line 7: unknown word «adress» in access",
        "c|unix~c|epoch~p.yaml, line 7: unknown word «epoch» in at: one of auto, cocoa, dmy, excel-1900, excel-1904, filetime, iso, local, mdy, unix, unix-ms, unix-us, utc, webkit",
        "c|unix~c~p.yaml, line 7: at needs one of |auto |cocoa |dmy |excel-1900 |excel-1904 |filetime |iso |local |mdy |unix |unix-ms |unix-us |utc |webkit after its column",
        "{account: a}~a~p.yaml, line 6: holder needs words with values",
        "  - name: t~  - form: xls~p.yaml, line 3: unknown word «xls» in form: one of csv, json, log, sql",
        "account: a~account: [a]~p.yaml, line 6: account needs a text",
        "c|unix~c|Europe/Kopenhagen~p.yaml, line 7: unknown word «Europe/Kopenhagen» in at",
        "recognise: [a, b]~recognise: []~p.yaml, line 4: recognise names no column: any table would fit",
        "recognise: [a, b]~format: $a$b~p.yaml, line 4: format is no log format",
        "access: {ip: b~payment: {statuses: {ok: payed}, status: b~p.yaml, line 7: unknown word «payed» in statuses"
      })
  void whatIsWrong_isNamedWithItsLine(String good, String bad, String message) {
    assertThat(SMALL).contains(good);
    assertThatThrownBy(() -> read(SMALL.replace(good, bad)))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(message);
  }

  @Test
  void zoneOfAColumn_isTaken() {
    assertThat(read(SMALL.replace("c|unix", "c|Europe/Copenhagen")).tables()).hasSize(1);
  }

  @Test
  void misspeltKinds_areNamed() {
    String yaml =
        """
        name: x
        tables:
          - name: t
            recognise: [a]
            mappings:
              - selectors: [{kind: EMIAL, column: a}]
                facts: [{kind: NAME, column: a}]
        """;
    assertThatThrownBy(() -> read(yaml))
        .hasMessageContaining("line 6: unknown word «EMIAL» in kind")
        .hasMessageContaining("line 7: unknown word «NAME» in kind");
  }

  @Test
  void allErrors_areNamedAtOnce() {
    assertThatThrownBy(() -> read("nam: x\ntabels: []\n"))
        .hasMessageContaining("nam")
        .hasMessageContaining("tabels")
        .hasMessageContaining("lacks «tables»");
  }

  @Test
  void hostileFiles_areRefused() {
    String bomb = "a: &a [x, x]\nb: &b [*a, *a, *a]\nname: *b\n";
    for (String hostile :
        List.of(
            bomb,
            "name: &x y\ntables: *x\n",
            "name: !!javax.script.ScriptEngineManager [x]\n",
            "[".repeat(5000),
            "- ".repeat(5000),
            "name: x\nname: y\ntables: []\n",
            "name: x\ntables: []\n---\nname: y\n",
            "name: " + "x".repeat(5000) + "\ntables: []\n",
            "",
            "\0\0\0",
            "#" + "x".repeat(2 << 20))) {
      assertThatThrownBy(() -> read(hostile)).isInstanceOf(FormatException.class);
    }
  }

  @Test
  void mutatedProfiles_areReadOrRefused() {
    Random random = new Random(2);
    for (int round = 0; round < 10_000; round++) {
      StringBuilder changed = new StringBuilder(SMALL);
      for (int change = random.nextInt(4); change >= 0; change--) {
        changed.setCharAt(
            random.nextInt(changed.length()), "{}[]:,-&*!|>'\"#\n %@x".charAt(random.nextInt(20)));
      }
      try {
        read(changed.toString());
      } catch (FormatException refused) {
        assertThat(refused.getMessage()).contains("p.yaml");
      }
    }
  }

  private static Profile read(String yaml) {
    return ProfileFile.read(
        "p.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
