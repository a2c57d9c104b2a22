package dev.cordon.intake;

import dev.cordon.formats.profiles.Profile;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.OperationFacts.Mailboxes;
import dev.cordon.intake.OperationFacts.Operation;
import dev.cordon.intake.OperationFacts.SourceFacts;
import dev.cordon.intake.internal.LogForm;
import dev.cordon.intake.selectors.Normaliser;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rules in force, with digests that tell whether they say the same. */
final class EditionRules {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private EditionRules() {}

  /** How much of what the investigators know plays a part for a source. */
  enum Scope {
    /** What is told of this source alone, and of the operation as a whole. */
    SOURCE("source:"),
    /** What is told of any source: members of archives go by names of their own. */
    ARCHIVE("archive:"),
    /** Everything, as earlier versions of the software noted it. */
    EVERYTHING("");

    private final String prefix;

    Scope(String prefix) {
      this.prefix = prefix;
    }

    /** By which of these the rules were noted. */
    static Scope of(Edition.Rules rules) {
      return Arrays.stream(values())
          .filter(scope -> rules.facts().startsWith(scope.prefix))
          .findFirst()
          .orElse(EVERYTHING);
    }
  }

  /** What of the facts decides on records. */
  private record Known(
      @Nullable LocalDate platformSince,
      @Nullable LocalDate seizedAt,
      Map<String, SourceFacts> sources,
      @Nullable Mailboxes mailboxes) {}

  static Edition.Rules of(Profiles profiles, OperationFacts facts, String sourceName, Scope scope) {
    return new Edition.Rules(
        profiles.all().stream().map(EditionRules::used).toList(),
        facts.zone(sourceName).map(ZoneId::getId).orElse(null),
        scope.prefix + digest(scoped(facts, sourceName, scope)),
        Normaliser.VERSION);
  }

  private static Object scoped(OperationFacts facts, String sourceName, Scope scope) {
    if (scope == Scope.EVERYTHING) {
      return facts;
    }
    Operation operation = facts.operation();
    SourceFacts own = facts.sources().get(sourceName);
    Map<String, SourceFacts> one = own == null ? Map.of() : Map.of(sourceName, own);
    return new Known(
        operation == null ? null : operation.platformSince(),
        operation == null ? null : operation.seizedAt(),
        scope == Scope.SOURCE ? one : facts.sources(),
        facts.mailboxes());
  }

  /** What a profile says of a table it knows, as a digest. */
  static String says(Profiles.Match match) {
    String product = match.profile().product();
    return digest(
        Map.of(
            "profile",
            match.profile().name(),
            "product",
            product == null ? "" : product,
            "table",
            match.table()));
  }

  /** All profiles of logs, in the order in which they are tried, as a digest. */
  static String logs(Profiles profiles) {
    return digest(profiles.logs().stream().map(EditionRules::says).toList());
  }

  /** The form a log is read in, as a digest. */
  static String answer(Optional<LogForm> form) {
    return digest(
        form.map(found ->
                List.of(
                    found.how().name(),
                    String.join("\n", found.format().fields()),
                    found.profile() == null ? "" : says(found.profile())))
            .orElse(List.of()));
  }

  private static Edition.UsedProfile used(Profile profile) {
    return new Edition.UsedProfile(profile.name(), digest(profile));
  }

  private static String digest(Object value) {
    return HexFormat.of().formatHex(RecordDigest.sha256().digest(JSON.writeValueAsBytes(value)));
  }
}
