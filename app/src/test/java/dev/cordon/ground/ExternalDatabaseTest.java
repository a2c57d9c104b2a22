package dev.cordon.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.CordonException;
import dev.cordon.TestGround;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalDatabaseTest {

  @TempDir private Path folder;
  private final DatabaseAddress server = TestGround.ground().address();

  @Test
  void serverOfOthers_isUsed_andNotStopped() {
    try (Ground ground = open(server.url(), server.ownerPassword())) {
      assertThat(ground.address().url()).isEqualTo(server.url());
      assertThat(folder.resolve("data/database")).doesNotExist();
    }
    open(server.url(), server.ownerPassword()).close();
  }

  @Test
  void wrongPassword_isOneLine() {
    assertThatThrownBy(() -> open(server.url(), "wrong"))
        .isInstanceOf(CordonException.class)
        .message()
        .contains("password authentication failed", server.url())
        .hasLineCount(1)
        .doesNotContain("wrong");
  }

  @Test
  void missingPassword_isNamed() {
    try (DataDirectory directory = DataDirectory.open(folder.resolve("data"))) {
      assertThatThrownBy(() -> Ground.external(directory, server.url(), Map.of()))
          .isInstanceOf(CordonException.class)
          .hasMessageContaining("CORDON_OWNER_PASSWORD");
    }
  }

  @Test
  void serverThatIsNotThere_isOneLine() {
    assertThatThrownBy(() -> open("jdbc:postgresql://127.0.0.1:1/none", "x"))
        .isInstanceOf(CordonException.class)
        .message()
        .contains("127.0.0.1:1")
        .hasLineCount(1);
  }

  private Ground open(String url, String ownerPassword) {
    DataDirectory directory = DataDirectory.open(folder.resolve("data"));
    try {
      return Ground.external(
          directory,
          url,
          Map.of(
              "CORDON_OWNER_PASSWORD",
              ownerPassword,
              "CORDON_APP_PASSWORD",
              server.applicationPassword()));
    } catch (RuntimeException refused) {
      directory.close();
      throw refused;
    }
  }
}
