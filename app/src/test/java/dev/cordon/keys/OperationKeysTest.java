package dev.cordon.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.access.OperationId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationKeysTest {

  private static final String FIRST = "correct horse battery staple";
  private static final String SECOND = "another horse, another staple";

  @TempDir Path secrets;
  @TempDir Path elsewhere;

  private final OperationId operation = OperationId.random();

  @Test
  void key_comesBackUnderTheSamePassphrase() throws IOException {
    byte[] derived;
    try (OperationKeys keys = open(FIRST)) {
      derived = keys.ring(operation).derive(keys.ring(operation).newest(), "test");
    }
    try (OperationKeys keys = open(FIRST)) {
      assertThat(keys.ring(operation).derive(1, "test")).isEqualTo(derived).hasSize(32);
      assertThat(keys.ring(operation).derive(1, "other")).isNotEqualTo(derived);
      assertThat(keys.ring(OperationId.random()).newest()).isEqualTo(1);
    }
  }

  @Test
  void wrongPassphrase_isRefusedAndWritesNothing() throws IOException {
    open(FIRST).close();
    byte[] before = Files.readAllBytes(secrets.resolve("keys.json"));
    assertThatThrownBy(() -> open("correct horse battery stable"))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining("does not open")
        .hasMessageNotContaining("horse");
    assertThat(Files.readAllBytes(secrets.resolve("keys.json"))).isEqualTo(before);
    assertThat(files()).containsExactly("keys.json");
  }

  @Test
  void missingPassphrase_saysWhereItMayStand() throws IOException {
    open(FIRST).close();
    assertThatThrownBy(() -> OperationKeys.open(secrets, new Passphrases(Map.of(), secrets, null)))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining("CORDON_PASSPHRASE_FILE");
  }

  @Test
  void firstStart_withoutAny_makesOneForTheOwnerOnly() throws IOException {
    Passphrases none = new Passphrases(Map.of(), secrets, null);
    OperationKeys.open(secrets, none).close();
    Path made = none.generated().orElseThrow();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rw-------");
    OperationKeys.open(secrets, none).close();
    Path moved = Files.move(made, elsewhere.resolve("moved"));
    OperationKeys.open(
            secrets,
            new Passphrases(Map.of("CORDON_PASSPHRASE_FILE", moved.toString()), secrets, null))
        .close();
    assertThat(files()).containsExactly("keys.json");
  }

  @Test
  void systemdCredential_isTaken() throws IOException {
    Files.writeString(elsewhere.resolve("cordon-passphrase"), FIRST + "\n");
    Passphrases credential =
        new Passphrases(Map.of("CREDENTIALS_DIRECTORY", elsewhere.toString()), secrets, null);
    OperationKeys.open(secrets, credential).close();
    open(FIRST).close();
  }

  @Test
  void passphrase_inUnicode_isTheSameHoweverTyped() throws IOException {
    open("gr\u00fc\u00dfe \u20ac \ud83d\udd11 \u65e5\u672c \u00e5\u00e4\u00f6").close();
    open("gru\u0308\u00dfe \u20ac \ud83d\udd11 \u65e5\u672c a\u030aa\u0308o\u0308").close();
    assertThatThrownBy(() -> open("grusse \u20ac \ud83d\udd11 \u65e5\u672c aao"))
        .isInstanceOf(KeyException.class);
  }

  @Test
  void passphrase_tooShortOrEmpty_isRefusedBeforeAnythingIsWritten() {
    assertThatThrownBy(() -> open("short")).hasMessageContaining("12 characters");
    assertThatThrownBy(() -> open(" \n")).hasMessageContaining("empty");
    assertThat(secrets).isEmptyDirectory();
  }

  @Test
  void newVersion_isForNewData_andTheOldStays() throws IOException {
    try (OperationKeys keys = open(FIRST)) {
      KeyRing ring = keys.ring(operation);
      byte[] old = ring.derive(ring.newest(), "test");
      UUID change = UUID.randomUUID();
      keys.addVersion(change, operation);
      keys.addVersion(change, operation);
      assertThat(ring.newest()).isEqualTo(2);
      assertThat(ring.versions()).containsExactly(1, 2);
      assertThat(ring.derive(1, "test")).isEqualTo(old);
      assertThat(ring.derive(2, "test")).isNotEqualTo(old);
      assertThatThrownBy(() -> ring.derive(3, "test")).hasMessageContaining("version 3");
    }
  }

  @Test
  void destroyedKey_isGoneForGood() throws IOException {
    OperationId other = OperationId.random();
    try (OperationKeys keys = open(FIRST)) {
      keys.ring(operation).newest();
      keys.ring(other).newest();
      keys.destroy(UUID.randomUUID(), operation);
      assertThatThrownBy(() -> keys.ring(operation).derive(1, "test"))
          .hasMessageContaining("destroyed");
      assertThatThrownBy(() -> keys.ring(operation).newest()).hasMessageContaining("destroyed");
    }
    try (OperationKeys keys = open(FIRST)) {
      assertThatThrownBy(() -> keys.ring(operation).newest()).hasMessageContaining("destroyed");
      assertThat(keys.ring(other).derive(1, "test")).hasSize(32);
      assertThat(keys.list()).extracting(OperationKeys.Listed::operation).containsExactly(other);
    }
  }

  @Test
  void wrappedKey_movedToAnotherOperation_doesNotOpen() throws IOException {
    OperationId other = OperationId.random();
    try (OperationKeys keys = open(FIRST)) {
      keys.ring(operation).newest();
    }
    Path file = secrets.resolve("keys.json");
    Files.writeString(file, Files.readString(file).replace(operation.toString(), other.toString()));
    try (OperationKeys keys = open(FIRST)) {
      assertThatThrownBy(() -> keys.ring(other).derive(1, "test"))
          .isInstanceOf(KeyException.class)
          .hasMessageContaining("does not open");
    }
  }

  @Test
  void keyFile_cutOrOfAnotherFormat_isRefused() throws IOException {
    open(FIRST).close();
    Path file = secrets.resolve("keys.json");
    String whole = Files.readString(file);
    for (String broken :
        new String[] {
          whole.substring(0, whole.length() / 2),
          "",
          "{}",
          whole.replace("\"format\" : 1", "\"format\" : 2")
        }) {
      Files.writeString(file, broken);
      assertThatThrownBy(() -> open(FIRST)).isInstanceOf(KeyException.class);
      assertThat(Files.readString(file)).isEqualTo(broken);
    }
  }

  @Test
  void rewrap_leavesOnlyTheNewPassphrase() throws IOException {
    byte[] derived;
    try (OperationKeys keys = open(FIRST)) {
      derived = keys.ring(operation).derive(keys.ring(operation).newest(), "test");
      keys.rewrap(Passphrase.of(SECOND.toCharArray(), "a test"));
      assertThat(keys.ring(operation).derive(1, "test")).isEqualTo(derived);
    }
    assertThatThrownBy(() -> open(FIRST)).isInstanceOf(KeyException.class);
    try (OperationKeys keys = open(SECOND)) {
      assertThat(keys.ring(operation).derive(1, "test")).isEqualTo(derived);
    }
  }

  /**
   * Stops before each write in turn: one of the two passphrases opens all keys, whenever it was.
   */
  @Test
  void rewrap_killedAtEachWrite_leavesAllKeysReadable() throws IOException {
    byte[] derived;
    try (OperationKeys keys = open(FIRST)) {
      derived = keys.ring(operation).derive(keys.ring(operation).newest(), "test");
    }
    int stops = 0;
    for (int kill = 1; kill <= 5; kill++) {
      AtomicInteger left = new AtomicInteger(kill);
      KeyFile.Steps killed =
          step -> {
            if (left.decrementAndGet() == 0) {
              throw new IOException("killed before " + step);
            }
          };
      String present = opens(FIRST) ? FIRST : SECOND;
      OperationKeys keys = OperationKeys.open(secrets, passphrases(present), killed);
      String next = present.equals(FIRST) ? SECOND : FIRST;
      assertThatThrownBy(() -> keys.rewrap(Passphrase.of(next.toCharArray(), "a test")))
          .isInstanceOf(KeyException.class);
      stops++;
      assertThat(opens(FIRST)).isNotEqualTo(opens(SECOND));
      try (OperationKeys after = open(opens(FIRST) ? FIRST : SECOND)) {
        assertThat(after.ring(operation).derive(1, "test")).isEqualTo(derived);
      }
    }
    assertThat(stops).isEqualTo(5);
  }

  @Test
  void bareKey_isTakenOver_thenItsFileGoes() throws IOException {
    byte[] bare = new byte[32];
    Arrays.fill(bare, (byte) 7);
    Path file = secrets.resolve("vault-" + operation + ".key");
    Files.write(file, bare);
    try (OperationKeys keys = open(FIRST)) {
      assertThat(keys.ring(operation).derive(1, "vault records"))
          .isEqualTo(KeyRing.derive(bare, "vault records"));
    }
    assertThat(file).doesNotExist();
    assertThat(new String(Files.readAllBytes(secrets.resolve("keys.json")), StandardCharsets.UTF_8))
        .doesNotContain(java.util.Base64.getEncoder().encodeToString(bare));
  }

  @Test
  void bareKey_takeOverKilled_losesNothing() throws IOException {
    byte[] bare = new byte[32];
    Arrays.fill(bare, (byte) 9);
    open(FIRST).close();
    Path file = secrets.resolve("vault-" + operation + ".key");
    Files.write(file, bare);
    for (int kill = 1; kill <= 6; kill++) {
      AtomicInteger left = new AtomicInteger(kill);
      KeyFile.Steps killed =
          step -> {
            if (left.decrementAndGet() == 0) {
              throw new IOException("killed before " + step);
            }
          };
      assertThatThrownBy(() -> OperationKeys.open(secrets, passphrases(FIRST), killed))
          .isInstanceOf(KeyException.class);
      assertThat(file).exists();
      Files.deleteIfExists(secrets.resolve("keys.json.new"));
      if (kill == 5) {
        break;
      }
    }
    try (OperationKeys keys = open(FIRST)) {
      assertThat(keys.ring(operation).derive(1, "x")).isEqualTo(KeyRing.derive(bare, "x"));
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void bareKey_thatDiffers_isLeftAlone() throws IOException {
    try (OperationKeys keys = open(FIRST)) {
      keys.ring(operation).newest();
    }
    Path file = secrets.resolve("vault-" + operation + ".key");
    Files.write(file, new byte[32]);
    assertThatThrownBy(() -> open(FIRST)).hasMessageContaining("differs");
    assertThat(file).exists();
  }

  @Test
  void texts_showNoSecret() throws IOException {
    try (OperationKeys keys = open(FIRST)) {
      keys.ring(operation).newest();
      assertThat(keys + " " + keys.ring(operation) + " " + keys.operatorName())
          .doesNotContain("horse");
    }
    assertThat(Passphrase.of(FIRST.toCharArray(), "a test").toString()).doesNotContain("horse");
  }

  private boolean opens(String passphrase) throws IOException {
    try (OperationKeys keys = open(passphrase)) {
      return true;
    } catch (KeyException refused) {
      return false;
    }
  }

  private OperationKeys open(String passphrase) throws IOException {
    return OperationKeys.open(secrets, passphrases(passphrase));
  }

  private Passphrases passphrases(String passphrase) throws IOException {
    Path file = Files.writeString(elsewhere.resolve("passphrase"), passphrase + "\n");
    return new Passphrases(Map.of("CORDON_PASSPHRASE_FILE", file.toString()), secrets, null);
  }

  private Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(secrets)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }
}
