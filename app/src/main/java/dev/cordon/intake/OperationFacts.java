package dev.cordon.intake;

import dev.cordon.intake.selectors.MailboxRules;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the investigators know about an operation and its sources; what is absent is unknown. */
public record OperationFacts(
    @Nullable Operation operation,
    Map<String, SourceFacts> sources,
    @Nullable Mailboxes mailboxes,
    @Nullable Reference reference) {

  /** Nothing is known. */
  public static final OperationFacts UNKNOWN = new OperationFacts(null, Map.of(), null, null);

  /** Keeps the order of the file; checks the zones. */
  public OperationFacts {
    sources =
        sources == null
            ? Map.of()
            : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    for (Map.Entry<String, SourceFacts> source : sources.entrySet()) {
      checkZone(source.getKey(), source.getValue());
    }
  }

  /** The operation itself. */
  public record Operation(
      @Nullable String name,
      @Nullable String authority,
      @Nullable String legalBasis,
      @Nullable String purpose,
      @Nullable LocalDate seizedAt,
      @Nullable LocalDate review,
      @Nullable LocalDate end) {}

  /** A source: the zone its times without an offset are of, the system its accounts belong to. */
  public record SourceFacts(@Nullable String zone, @Nullable String system) {}

  /** Which spellings are one mailbox, which domains are disposable mail. */
  public record Mailboxes(
      @Nullable Set<String> ignoreDots,
      @Nullable Set<String> ignorePlus,
      @Nullable Set<String> disposable) {}

  /** Tables of reference, by their file's name. */
  public record Reference(@Nullable String ipCountry, @Nullable String binCountry) {}

  /** Reads a facts file. */
  public static OperationFacts read(InputStream yaml) {
    try {
      OperationFacts facts =
          YAMLMapper.builder()
              .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
              .build()
              .readValue(yaml, OperationFacts.class);
      return facts == null ? UNKNOWN : facts;
    } catch (JacksonException failure) {
      Throwable cause = failure.getCause();
      String reason =
          cause instanceof IntakeException ? cause.getMessage() : failure.getOriginalMessage();
      throw new IntakeException("the facts file cannot be read: " + reason, failure);
    }
  }

  /** The zone of a source's times without offset, where it is known. */
  public Optional<ZoneId> zone(String sourceName) {
    SourceFacts known = sources.get(sourceName);
    return known == null || known.zone() == null || known.zone().equals("unknown")
        ? Optional.empty()
        : Optional.of(ZoneId.of(known.zone()));
  }

  /** The system a source's accounts belong to, where it is not the one its name says. */
  public Optional<String> system(String sourceName) {
    SourceFacts known = sources.get(sourceName);
    return known == null ? Optional.empty() : Optional.ofNullable(known.system());
  }

  /** The same, with what was stated of one source later; null leaves what was known. */
  OperationFacts stating(String source, @Nullable String zone, @Nullable String system) {
    SourceFacts known = sources.get(source);
    Map<String, SourceFacts> all = new LinkedHashMap<>(sources);
    all.put(
        source,
        new SourceFacts(
            zone != null || known == null ? zone : known.zone(),
            system != null || known == null ? system : known.system()));
    return new OperationFacts(operation, all, mailboxes, reference);
  }

  /** The rules for mailboxes. */
  public MailboxRules mailboxRules() {
    return mailboxes == null
        ? MailboxRules.UNKNOWN
        : new MailboxRules(
            orEmpty(mailboxes.ignoreDots()),
            orEmpty(mailboxes.ignorePlus()),
            orEmpty(mailboxes.disposable()));
  }

  /** The names of the reference tables' files. */
  public List<String> referenceFiles() {
    return reference == null
        ? List.of()
        : java.util.stream.Stream.of(reference.ipCountry(), reference.binCountry())
            .filter(java.util.Objects::nonNull)
            .toList();
  }

  private static Set<String> orEmpty(@Nullable Set<String> domains) {
    return domains == null ? Set.of() : domains;
  }

  private static void checkZone(String source, @Nullable SourceFacts known) {
    if (known == null || known.zone() == null || known.zone().equals("unknown")) {
      return;
    }
    try {
      ZoneId.of(known.zone());
    } catch (DateTimeException unknown) {
      throw new IntakeException(
          "the zone '" + known.zone() + "' of source " + source + " is not known", unknown);
    }
  }
}
