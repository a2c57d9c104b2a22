package dev.cordon.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cordon.access.OperationId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against SoftHSM2, a software token with a real PKCS#11 interface. The library reads its
 * configuration from the environment once, so the test runs where the build set it.
 */
class Pkcs11OperatorKeyTest {

  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/softhsm/libsofthsm.so"));
  private static final Path CONFIGURATION = Path.of("target/softhsm2.conf").toAbsolutePath();
  private static final String PIN = "482913";
  private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");

  @TempDir Path secrets;
  @TempDir Path elsewhere;

  private final OperationId operation = OperationId.random();

  private static String slot = "";

  @BeforeAll
  static void oneToken() throws Exception {
    boolean there = library().isPresent();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("SoftHSM2 is needed: install softhsm2").isTrue();
    }
    if (!there) {
      return;
    }
    assertThat(System.getenv("SOFTHSM2_CONF")).isEqualTo(CONFIGURATION.toString());
    Path tokens = Files.createTempDirectory(CONFIGURATION.getParent(), "softhsm-tokens-");
    Files.writeString(
        CONFIGURATION, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
    slot = token();
  }

  /** Before each, so that without the library each test is a skip with its name. */
  @BeforeEach
  void tokenOrSkip() {
    assumeThat(slot).as("SoftHSM2 is not installed: install softhsm2").isNotEmpty();
  }

  @Test
  void keys_areWrappedOnTheToken_andComeBack() throws Exception {
    Path settings = settings(PIN);
    byte[] derived;
    try (OperationKeys keys = OperationKeys.open(secrets, passphrases())) {
      derived = keys.ring(operation).derive(keys.ring(operation).newest(), "test");
      keys.rewrap(settings);
      assertThat(keys.operatorName()).contains("PKCS#11");
      assertThat(keys.ring(operation).derive(1, "test")).isEqualTo(derived);
    }
    String file = Files.readString(secrets.resolve("keys.json"));
    assertThat(file).contains("pkcs11").doesNotContain(PIN);
    try (OperationKeys keys =
        OperationKeys.open(secrets, new Passphrases(Map.of(), secrets, null))) {
      assertThat(keys.ring(operation).derive(1, "test")).isEqualTo(derived);
      keys.rewrap(Passphrase.of("back to a passphrase".toCharArray(), "a test"));
    }
    Files.writeString(elsewhere.resolve("passphrase"), "back to a passphrase");
    try (OperationKeys keys = OperationKeys.open(secrets, passphrases())) {
      assertThat(keys.ring(operation).derive(1, "test")).isEqualTo(derived);
    }
  }

  @Test
  void wrapped_changedOrForAnother_isRefusedByTheToken() throws Exception {
    try (Pkcs11OperatorKey key = Pkcs11OperatorKey.open(settings(PIN), true)) {
      byte[] context = "one".getBytes(StandardCharsets.UTF_8);
      byte[] wrapped = key.wrap(new byte[32], context);
      assertThat(key.unwrap(wrapped, context)).isEqualTo(new byte[32]);
      assertThatThrownBy(() -> key.unwrap(wrapped, "two".getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(KeyException.class);
      wrapped[20] ^= 1;
      assertThatThrownBy(() -> key.unwrap(wrapped, context)).isInstanceOf(KeyException.class);
      assertThatThrownBy(() -> key.unwrap(new byte[3], context)).isInstanceOf(KeyException.class);
    }
  }

  @Test
  void wrongSettings_areOneLine() throws Exception {
    assertThatThrownBy(() -> Pkcs11OperatorKey.open(elsewhere.resolve("absent"), true))
        .isInstanceOf(KeyException.class);
    assertThatThrownBy(() -> Pkcs11OperatorKey.open(settings("000000"), true))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining("PIN file")
        .hasMessageNotContaining("000000");
    Path lacking = Files.writeString(elsewhere.resolve("lacking"), "library=/x\n");
    assertThatThrownBy(() -> Pkcs11OperatorKey.open(lacking, true)).hasMessageContaining("'slot'");
  }

  private Passphrases passphrases() throws IOException {
    Path file = elsewhere.resolve("passphrase");
    if (Files.notExists(file)) {
      Files.writeString(file, "correct horse battery staple");
    }
    return new Passphrases(Map.of("CORDON_PASSPHRASE_FILE", file.toString()), secrets, null);
  }

  private Path settings(String pin) throws IOException {
    Path pinFile = Files.writeString(elsewhere.resolve("pin-" + pin.hashCode()), pin + "\n");
    return Files.writeString(
        elsewhere.resolve("settings-" + pin.hashCode()),
        "library=%s\nslot=%s\npin-file=%s\n".formatted(library().orElseThrow(), slot, pinFile));
  }

  /** A fresh token; gives its slot. */
  private static String token() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "cordon-test",
                "--pin",
                PIN,
                "--so-pin",
                "1234567890")
            .redirectErrorStream(true)
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher slot = SLOT.matcher(answer);
    assertThat(process.waitFor()).as(answer).isZero();
    assertThat(slot.find()).as(answer).isTrue();
    return slot.group(1);
  }

  private static Optional<Path> library() {
    return LIBRARIES.stream().filter(Files::exists).findFirst();
  }
}
