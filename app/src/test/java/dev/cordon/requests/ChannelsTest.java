package dev.cordon.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsTest {

  private final Channels channels = Channels.shipped();

  @ParameterizedTest
  @CsvSource({
    "DE, FR, European Investigation Order",
    "DE, DK, mutual legal assistance among Member States",
    "DK, DE, mutual legal assistance among Member States",
    "IE, FR, mutual legal assistance among Member States",
    "DK, GB, mutual legal assistance in the Council of Europe",
    "DK, US, Convention on Cybercrime",
    "DK, DK, within one country",
    "DK, NZ, nothing known"
  })
  void between_twoCountries_isTheFirstThatFits(String from, String to, String name) {
    assertThat(channels.between(from, to).name()).isEqualTo(name);
  }

  @Test
  void between_denmark_isNeverTheInvestigationOrder() {
    for (String country : channels.groups().get("memberStates")) {
      assertThat(channels.between("DK", country).basis()).doesNotContain("Directive 2014/41");
      assertThat(channels.between(country, "DK").basis()).doesNotContain("Directive 2014/41");
    }
  }

  @Test
  void read_unknownCountryOrGroup_isRefusedByName() {
    assertThatThrownBy(() -> read("groups: {g: [QQ]}", "g")).hasMessageContaining("'QQ'");
    assertThatThrownBy(() -> read("groups: {g: [DK]}", "h")).hasMessageContaining("no group h");
  }

  private static Channels read(String groups, String from) {
    String text =
        """
        version: x
        %s
        rules:
          - {name: a, from: %s, basis: b, channel: c, source: s, confidence: high}
          - {name: z, basis: '', channel: c, source: s, confidence: unknown}
        preservation: []
        """
            .formatted(groups, from);
    return Channels.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
