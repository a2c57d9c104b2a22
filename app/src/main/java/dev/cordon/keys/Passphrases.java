package dev.cordon.keys;

import dev.cordon.ground.Secrets;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where passphrases come from: a file named in the environment, a systemd credential, the file of a
 * generated one, the terminal. Never the value of an argument or of an environment variable, which
 * other users of the machine may read.
 */
public final class Passphrases {

  /** The variable that names the passphrase's file. */
  public static final String FILE_VARIABLE = "CORDON_PASSPHRASE_FILE";

  /** The variable that names the file of the passphrase to change to. */
  public static final String NEW_FILE_VARIABLE = "CORDON_NEW_PASSPHRASE_FILE";

  private static final String CREDENTIALS_VARIABLE = "CREDENTIALS_DIRECTORY";
  private static final String CREDENTIAL = "cordon-passphrase";
  private static final String GENERATED = "passphrase";
  private static final int LARGEST_FILE_BYTES = 8192;

  private final Map<String, String> environment;
  private final Path secrets;
  private final @Nullable Console terminal;

  /**
   * Looked for in these places.
   *
   * @param secrets where a generated one is kept
   * @param terminal where a person can be asked; null where there is none
   */
  public Passphrases(Map<String, String> environment, Path secrets, @Nullable Console terminal) {
    this.environment = Map.copyOf(environment);
    this.secrets = secrets;
    this.terminal = terminal != null && terminal.isTerminal() ? terminal : null;
  }

  /** The passphrase of keys that exist. */
  Passphrase present() {
    return given()
        .or(this::kept)
        .or(() -> asked("Passphrase of the operator's key: "))
        .orElseThrow(() ->
            new KeyException(
                "the passphrase of the operator's key is needed. Name a file that holds it in "
                    + FILE_VARIABLE
                    + ", hand over the systemd credential "
                    + CREDENTIAL
                    + ", or start at a terminal."));
  }

  /** The passphrase of keys to be made; where none is given one is generated and kept. */
  Passphrase first() {
    return given()
        .or(this::kept)
        .or(() -> asked("Choose a passphrase for the operator's key (empty: one is made): "))
        .map(Passphrase::requireChoosable)
        .orElseGet(() -> {
          new Secrets(secrets).text(GENERATED);
          return kept().orElseThrow();
        });
  }

  /** The passphrase to change to. */
  public Passphrase next() {
    String named = environment.get(NEW_FILE_VARIABLE);
    if (named != null && !named.isBlank()) {
      return read(Path.of(named)).requireChoosable();
    }
    return asked("New passphrase: ")
        .map(Passphrase::requireChoosable)
        .orElseThrow(() ->
            new KeyException(
                "the new passphrase is needed. Name a file that holds it in "
                    + NEW_FILE_VARIABLE
                    + ", or run this at a terminal."));
  }

  /** Where a generated passphrase lies, when there is one. */
  public Optional<Path> generated() {
    Path file = secrets.resolve(GENERATED);
    return Files.exists(file) ? Optional.of(file) : Optional.empty();
  }

  private Optional<Passphrase> given() {
    String named = environment.get(FILE_VARIABLE);
    if (named != null && !named.isBlank()) {
      return Optional.of(read(Path.of(named)));
    }
    String credentials = environment.get(CREDENTIALS_VARIABLE);
    if (credentials == null || credentials.isBlank()) {
      return Optional.empty();
    }
    Path credential = Path.of(credentials).resolve(CREDENTIAL);
    return Files.exists(credential) ? Optional.of(read(credential)) : Optional.empty();
  }

  private Optional<Passphrase> kept() {
    return generated().map(Passphrases::read);
  }

  private Optional<Passphrase> asked(String prompt) {
    if (terminal == null) {
      return Optional.empty();
    }
    char[] letters = terminal.readPassword(prompt);
    if (letters == null || letters.length == 0) {
      return Optional.empty();
    }
    char[] again =
        prompt.startsWith("Passphrase") ? letters.clone() : terminal.readPassword("Again: ");
    try {
      if (again == null || !Arrays.equals(letters, again)) {
        throw new KeyException("the two entries differ; nothing was changed. Start again.");
      }
    } finally {
      if (again != null) {
        Arrays.fill(again, '\0');
      }
    }
    return Optional.of(Passphrase.of(letters, "the terminal"));
  }

  private static Passphrase read(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE_BYTES) {
        throw new KeyException(
            "the passphrase's file " + file + " is larger than " + LARGEST_FILE_BYTES + " bytes.");
      }
      return Passphrase.ofBytes(Files.readAllBytes(file), file.toString());
    } catch (IOException failure) {
      throw new KeyException(
          "the passphrase's file "
              + file
              + " can not be read. Name another or give the right to"
              + " read it.",
          failure);
    }
  }
}
