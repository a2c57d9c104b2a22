package dev.cordon.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.resolution.WarningLists.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WarningListsTest {

  private static final String LISTS =
      """
      version: warnings-test
      lists:
        - kind: MAIL_DOMAIN
          name: disposable mailbox
          source: its own pages
          date: 2026-01-31
          values: [throwaway.example,
            public.example]
      """;

  @Test
  void standard_everyList_saysWhereItIsFromAndOfWhen() {
    WarningLists lists = WarningLists.standard();
    assertThat(lists.lists()).extracting(WarningLists.WarningList::kind).contains(Kind.values());
    assertThat(lists.lists()).allSatisfy(list -> assertThat(list.source()).isNotBlank());
    assertThat(lists.values(Kind.WALLET)).contains("0x000000000000000000000000000000000000dead");
  }

  @Test
  void read_valueOfNoForm_isRefusedByLine() {
    refused(LISTS.replace("public.example", "public example"), "line 8: 'public example'");
    refused(LISTS.replace("public.example", "a@public.example"), "is not a domain of mail");
    refused(LISTS.replace("MAIL_DOMAIN", "WALLET"), "line 7: 'throwaway.example' is not a wallet");
  }

  @Test
  void read_valueTwice_isRefusedByItsSecondLine() {
    refused(LISTS.replace("public.example", "throwaway.example"), "line 8: 'throwaway.example'");
  }

  @Test
  void read_listWithoutSourceOrDate_isRefused() {
    refused(LISTS.replace("its own pages", "''"), "a warning list needs a name, a source");
    refused(LISTS.replace("2026-01-31", "2026-02-31"), "2026-02-31");
    refused(LISTS.replace("MAIL_DOMAIN", "LUCK"), "LUCK");
    refused(LISTS.replace("source:", "origin:"), "source");
  }

  private static void refused(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("warnings.yaml")
        .hasMessageContaining(message);
  }

  private static WarningLists read(String yaml) throws IOException {
    return WarningLists.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
