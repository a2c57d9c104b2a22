package dev.cordon.formats.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.formats.FormatException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfilesTest {

  private final Profiles profiles = Profiles.shipped();

  @Test
  void table_isToldByItsColumns() {
    assertThat(
            found(
                "sql",
                "user_id",
                "session_id",
                "session_user_id",
                "session_start",
                "session_time",
                "session_ip",
                "session_browser"))
        .isEqualTo("phpbb-3.3/sessions");
    assertThat(found("sql", "meta_id", "post_id", "meta_key", "meta_value"))
        .isEqualTo("woocommerce-posts/postmeta");
    assertThat(found("sql", "a", "b")).isEqualTo("none");
  }

  @Test
  void processorCsv_isToldByOtherNames() {
    assertThat(
            found(
                "csv",
                "Payment ID",
                "Created (UTC)",
                "Gross",
                "Currency",
                "Status",
                "Card Fingerprint",
                "BIN"))
        .isEqualTo("card-processor/charges");
    assertThat(found("csv", "bin", "country", "brand")).isEqualTo("reference/bin-country");
  }

  @Test
  void givenProfiles_winOverShippedOnes() {
    Profile own =
        Profiles.read(
            "o",
            new ByteArrayInputStream(
                "name: own\ntables:\n  - name: metas\n    recognise: [post_id, meta_key]\n"
                    .getBytes(StandardCharsets.UTF_8)));
    List<String> columns = List.of("meta_id", "post_id", "meta_key", "meta_value");
    Profiles both = profiles.with(List.of(own));

    assertThat(both.find("sql", columns).orElseThrow().profile().name()).isEqualTo("own");
    assertThat(both.find("csv", columns)).isEmpty();
    assertThat(both.all()).hasSize(profiles.all().size() + 1).first().isEqualTo(own);
    assertThat(profiles.shadowedBy(own.tables().getFirst()))
        .extracting(match -> match.table().name())
        .containsExactly("postmeta");
  }

  @Test
  void names_thatCouldBeTakenForOneAnother_areTold() {
    assertThat(ProfileName.problem("shop-x.2")).isEmpty();
    for (String bad : List.of("x", "Shop", "sh\u043ep", "-a", "a b", "a".repeat(61), "a\u202eb")) {
      assertThat(ProfileName.problem(bad)).as(bad).isPresent();
    }
    assertThat(ProfileName.looksLike("forum-1", "f0ruml")).isTrue();
    assertThat(ProfileName.looksLike("modern", "modem")).isTrue();
    assertThat(ProfileName.looksLike("shop-a", "shop-b")).isFalse();
  }

  @Test
  void unknownWord_isAnError() {
    byte[] yaml = "name: x\ntabels: []\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Profiles.read("x", new ByteArrayInputStream(yaml)))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("tabels");
  }

  private String found(String form, String... columns) {
    return profiles
        .find(form, List.of(columns))
        .map(match -> match.profile().name() + "/" + match.table().name())
        .orElse("none");
  }
}
