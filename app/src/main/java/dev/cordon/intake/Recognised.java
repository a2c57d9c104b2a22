package dev.cordon.intake;

import dev.cordon.formats.profiles.Profiles;
import dev.cordon.keys.Aead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a reading of a source asked its profiles, and what they answered: with it the profiles of
 * another day are asked the same, so that a source is only said to be read by other rules when it
 * would be. Lies beside the records as {@code recognised} (a later key version {@code V} as {@code
 * kV-recognised}), sealed.
 *
 * @param tables the tables met
 * @param isWhole whether they are all; of too many not all are kept
 * @param log how a log was found by its lines; null where nothing in the source could be one
 */
record Recognised(List<Recognition> tables, boolean isWhole, @Nullable Log log) {

  /**
   * What decided how lines are read.
   *
   * @param profiles SHA-256 of all profiles of logs in force, as hex
   * @param answer SHA-256 of the form found, as hex; null where the source is an archive, whose
   *     members had each their own
   */
  record Log(String profiles, @Nullable String answer) {}

  private static final String FILE = "recognised";
  private static final int MOST_LINES = 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Copies the list. */
  Recognised {
    tables = List.copyOf(tables);
  }

  /**
   * The tables another profile would be taken for today, one plain line each.
   *
   * @param profiles those of today
   */
  List<String> changes(Profiles profiles) {
    TreeSet<String> changes = new TreeSet<>();
    for (Recognition met : tables) {
      Optional<Profiles.Match> now =
          met.list() == null
              ? profiles.find(met.form(), met.columns())
              : profiles.findList(met.list(), met.columns());
      String says = now.map(EditionRules::says).orElse(null);
      if (!Objects.equals(says, met.says())) {
        changes.add(line(met, now.map(match -> match.profile().name()).orElse(null)));
      }
    }
    if (changes.size() <= MOST_LINES) {
      return List.copyOf(changes);
    }
    List<String> first = new ArrayList<>(changes.stream().limit(MOST_LINES).toList());
    first.add("and so for " + (changes.size() - MOST_LINES) + " further tables");
    return first;
  }

  private static String line(Recognition met, @Nullable String now) {
    if (met.profile() == null) {
      return "profile " + now + " is new for " + met.table();
    }
    if (now == null) {
      return "profile " + met.profile() + " is gone, by which " + met.table() + " was read";
    }
    return now.equals(met.profile())
        ? "profile " + now + " says something else of " + met.table()
        : "profile " + now + " knows " + met.table() + ", which was read by " + met.profile();
  }

  void write(Path records, SourceId source, VaultKey key) throws IOException {
    int version = key.newest();
    Files.write(
        file(records, version),
        aead(key, version).seal(JSON.writeValueAsBytes(this), context(source)));
  }

  /** What was noted beside these records; none by an earlier version of the software. */
  static Optional<Recognised> find(Path records, SourceId source, VaultKey key) {
    for (int version : key.versions()) {
      Path file = file(records, version);
      if (Files.exists(file)) {
        try {
          byte[] plain = aead(key, version).open(Files.readAllBytes(file), context(source));
          return Optional.of(JSON.readValue(plain, Recognised.class));
        } catch (IOException failure) {
          throw new UncheckedIOException(file + " cannot be read", failure);
        }
      }
    }
    return Optional.empty();
  }

  private static Aead aead(VaultKey key, int version) {
    return new Aead(key.derive(version, FILE));
  }

  private static Path file(Path records, int version) {
    return records.resolve(new Vault.Version(version).prefix() + FILE);
  }

  private static byte[] context(SourceId source) {
    return ("cordon recognised 1 " + source).getBytes(StandardCharsets.US_ASCII);
  }
}
