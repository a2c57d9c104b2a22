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
