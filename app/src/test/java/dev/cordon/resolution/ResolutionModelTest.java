package dev.cordon.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ResolutionModelTest {

  @Test
  void read_shippedModel_hasAWeightForEverySign() {
    ResolutionModel model = ResolutionModel.standard();
    assertThat(model.corroboration().bits().keySet())
        .containsExactlyInAnyOrder(ResolutionModel.Sign.values());
  }

  @Test
  void read_weightThatIsNoNumber_isRefusedBySign() {
    assertThatThrownBy(() -> read(shipped().replace("HANDLE: 2.0", "HANDLE: .nan")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HANDLE");
  }

  @Test
  void read_missingWeight_isRefusedBySign() {
    assertThatThrownBy(() -> read(shipped().replace("    LINE_DAY: 6.0\n", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("LINE_DAY");
  }

  @Test
  void read_unknownSign_isRefused() {
    assertThatThrownBy(
            () -> read(shipped().replace("LINE_DAY: 6.0", "LINE_DAY: 6.0\n    LUCK: 1.0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("LUCK");
  }

  @Test
  void read_columnsOfAnotherModel_areRefusedByName() {
    assertThatThrownBy(() -> read("version: persons-1\ncomparisons: []\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'rules'");
  }

  private static ResolutionModel read(String yaml) {
    return ResolutionModel.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String shipped() {
    try (InputStream in = ResolutionModel.class.getResourceAsStream("model.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
