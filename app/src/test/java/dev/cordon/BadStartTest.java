package dev.cordon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.ground.DataDirectory;
import dev.cordon.keys.OperationKeys;
import dev.cordon.keys.Passphrases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each bad start is one line: what, where, what to do; and exit code 2. */
class BadStartTest {

  @TempDir private Path folder;

  @Test
  void portTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      assertThat(refusal("serve", "--port", port, "--data", folder.resolve("data").toString()))
          .contains("port " + port, "--port");
      assertThat(folder.resolve("data")).doesNotExist();
    }
  }

  @Test
  void directoryOfAnotherVersion() throws IOException {
    Files.writeString(folder.resolve("VERSION"), "99\n");

    assertThat(refusal("serve", "--port", "0", "--data", folder.toString()))
        .contains("layout 99", folder.toString(), "--data");
    assertThat(folder.resolve("database")).doesNotExist();
  }

  @Test
  void directoryOfSomethingElse() throws IOException {
    Files.writeString(folder.resolve("holiday.txt"), "sand");

    assertThat(refusal("serve", "--port", "0", "--data", folder.toString()))
        .contains("no VERSION", folder.toString());
    assertThat(folder.resolve("VERSION")).doesNotExist();
  }

  @Test
  void secondInstance() {
    try (DataDirectory first = DataDirectory.open(folder.resolve("data"))) {
      assertThat(refusal("serve", "--port", "0", "--data", first.root().toString()))
          .contains("another Cordon is running", first.root().toString());
    }
  }

  @Test
  void directoryThatIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");

    assertThat(refusal("serve", "--port", "0", "--data", file.toString()))
        .contains(file.toString(), "--data");
    assertThat(refusal("serve", "--port", "0", "--data", file.resolve("below").toString()))
        .contains(file.toString(), "--data");
  }

  @Test
  void passphraseThatDoesNotOpen_orIsMissing() throws IOException {
    Path data = folder.resolve("data");
    Path passphrase;
    try (DataDirectory directory = DataDirectory.open(data)) {
      Passphrases passphrases = new Passphrases(Map.of(), directory.secrets(), null);
      OperationKeys.open(directory.secrets(), passphrases).close();
      passphrase = passphrases.generated().orElseThrow();
    }
    Files.writeString(passphrase, "not the one it was\n");
    assertThat(refusal("serve", "--port", "0", "--data", data.toString()))
        .contains("does not open", passphrase.toString());
    assertThat(refusal("keys", "--data", data.toString())).contains("does not open");
    Files.delete(passphrase);
    assertThat(refusal("serve", "--port", "0", "--data", data.toString()))
        .contains("CORDON_PASSPHRASE_FILE");
    assertThat(data.resolve("database")).doesNotExist();
  }

  @Test
  void keysWithoutANewPassphrase() {
    assertThat(refusal("keys", "--rewrap", "--data", folder.resolve("data").toString()))
        .contains("CORDON_NEW_PASSPHRASE_FILE");
  }

  @Test
  void databaseWithPasswordInTheAddress() {
    assertThat(
            refusal(
                "serve",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString(),
                "--database",
                "jdbc:postgresql://127.0.0.1/x?password=y"))
        .contains("CORDON_OWNER_PASSWORD");
  }

  @Test
  void plainBeyondThisMachine() {
    assertThat(start("--plain", "--address", "0.0.0.0", "--host", "cordon.agency.example"))
        .contains("--plain", "loopback");
    assertThat(start("--address", "0.0.0.0")).contains("0.0.0.0", "--host");
    assertThat(start("--address", "nowhere.invalid", "--host", "a.example"))
        .contains("nowhere.invalid");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void hostThatIsNone() {
    assertThat(start("--host", "https://a.example/")).contains("--host takes");
    assertThat(start("--host", "ex\u0430mple.example")).contains("xn--");
    assertThat(start("--proxy", "proxy.example")).contains("--proxy");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void certificateThatDoesNotFit() throws IOException {
    Path file = Files.writeString(folder.resolve("c.pem"), "sand");

    assertThat(start("--certificate", file.toString())).contains("--certificate-key");
    assertThat(start("--certificate-key", file.toString())).contains("give both");
    assertThat(
            start(
                "--plain", "--certificate", file.toString(), "--certificate-key", file.toString()))
        .contains("--plain");
    assertThat(start("--certificate", file.toString(), "--certificate-key", file.toString()))
        .contains(file.toString(), "PEM");
    assertThat(folder.resolve("data/database")).doesNotExist();
  }

  private String start(String... options) {
    return refusal(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(
                    "serve", "--port", "0", "--data", folder.resolve("data").toString()),
                java.util.stream.Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  void unknownCommandsAndOptions() {
    assertThat(refusal("dance")).contains("no command 'dance'");
    assertThat(refusal()).contains("no command ''");
    assertThat(refusal("serve", "--colour", "blue")).contains("--colour");
    assertThat(refusal("serve", "--port", "many")).contains("--port");
    assertThat(refusal("serve", "--port", "70000")).contains("70000");
  }

  private static String refusal(String... arguments) {
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      assertThat(Cordon.run(arguments)).isEqualTo(2);
    } finally {
      System.setErr(before);
    }
    String text = err.toString(StandardCharsets.UTF_8);
    assertThat(text).startsWith("cordon: ").hasLineCount(1);
    return text;
  }
}
