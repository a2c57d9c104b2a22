package dev.cordon.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.content.Content;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.Balance;
import dev.cordon.intake.DuplicateIndex;
import dev.cordon.intake.RecordWriter;
import dev.cordon.intake.SourceId;
import dev.cordon.intake.Vault;
import dev.cordon.intake.VaultKey;
import dev.cordon.intake.selectors.MailboxRules;
import dev.cordon.intake.selectors.Normaliser;
import dev.cordon.intake.selectors.TimeRules;
import dev.cordon.intake.selectors.Times;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A line, value or text longer than an array may be, read in a process of little memory: told by
 * length, never held.
 */
class EndlessLinesTest {

  private static final long LENGTH = (1L << 31) + 5;

  /** Far less than the line. */
  private static final String HEAP = "64m";

  @TempDir Path folder;

  record Case(String form, Content content, String before, String after, String balance) {

    @Override
    public String toString() {
      return form;
    }
  }

  static Stream<Case> forms() {
    return Stream.of(
        new Case("CSV", new Content.Csv(), "a,b,c\n1,2,3\n", "\n4,5,6\n", "3 = 2 + 1 + 0"),
        new Case("log", new Content.AccessLog(), "", "\n", "1 = 0 + 1 + 0"),
        new Case(
            "JSON lines", new Content.JsonLines(), "{\"a\":1}\n", "\n{\"a\":2}\n", "3 = 2 + 1 + 0"),
        new Case(
            "SQL",
            new Content.SqlDump(),
            "CREATE TABLE `t` (`id` int, `b` text);\nINSERT INTO `t` VALUES (1,'",
            "'),(2,'x');\n",
            "2 = 2 + 0 + 0"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void lineOfTwoGigabytes_isBounded(Case form) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx" + HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                EndlessLinesTest.class.getName(),
                form.form(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).as(said).isZero();
    assertThat(said).contains("BALANCE " + form.balance());
  }

  /** One form, read in a process of little memory: its name, a folder to work in. */
  public static void main(String[] arguments) throws IOException {
    Case one = forms().filter(form -> form.form().equals(arguments[0])).findFirst().orElseThrow();
    System.out.println("BALANCE " + balance(one, Path.of(arguments[1])));
  }

  private static String balance(Case form, Path folder) throws IOException {
    InputStream stream =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(bytes(form.before()), new Endless(LENGTH), bytes(form.after()))));
    try (DuplicateIndex duplicates =
            new DuplicateIndex(Vault.open(folder.resolve("vault"), VaultKey.random()));
        RecordWriter writer = new RecordWriter(folder.resolve("records"), VaultKey.random())) {
      RecordOutput output =
          new RecordOutput(
              "s",
              writer,
              null,
              new Normaliser(MailboxRules.UNKNOWN),
              new Times(TimeRules.of(null)));
      Part part =
          new Part(
              SourceId.of(new byte[32]), "f", 0, Findings.of(form.content()), output, new Tally());
      SourceReader reader = new Readers(Profiles.shipped(), duplicates).of(part);
      reader.read(new MemberBytes(stream));
      Balance balance = reader.balances().getFirst();
      return balance.rowsIn()
          + " = "
          + balance.stored()
          + " + "
          + balance.quarantined()
          + " + "
          + balance.duplicates();
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** So many letters. */
  private static final class Endless extends InputStream {

    private long left;

    Endless(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'a' : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      java.util.Arrays.fill(target, offset, offset + count, (byte) 'a');
      left -= count;
      return count;
    }
  }
}
