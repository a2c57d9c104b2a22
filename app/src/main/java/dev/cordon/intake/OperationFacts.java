package dev.cordon.intake;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.weblogs.LogFormat;
import dev.cordon.intake.selectors.MailboxRules;
import dev.cordon.intake.selectors.TimeRules;
import java.io.InputStream;
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
    sources.forEach(SourceTimes::check);
    sources.forEach(OperationFacts::checkLogFormat);
  }

  /**
   * The operation itself.
   *
   * @param platformSince the day the platform began, where that is known
   * @param seizedAt the day it was seized
   */
  public record Operation(
      @Nullable String name,
      @Nullable String authority,
      @Nullable String legalBasis,
      @Nullable String purpose,
      @Nullable LocalDate platformSince,
      @Nullable LocalDate seizedAt,
      @Nullable LocalDate review,
      @Nullable LocalDate end) {}

  /**
   * A source, an archive's member by its place or name.
   *
   * @param zone what its times without an offset are of: a region, an offset or {@code unknown}
   * @param zones the same for a {@code table} or a {@code table.column}
   * @param dateOrders of a {@code table} or {@code table.column}: {@code dmy} or {@code mdy}
   * @param seizedAt the last day it can tell of, where that is not the operation's
   * @param logFormat how the lines of a log are built: the directive nginx or Apache writes it by
   * @param system the system its accounts belong to, where it is not the one its name says
   */
  public record SourceFacts(
      @Nullable String zone,
      @Nullable Map<String, @Nullable String> zones,
      @Nullable Map<String, @Nullable String> dateOrders,
      @Nullable LocalDate seizedAt,
      @Nullable String logFormat,
      @Nullable String system) {

    /** Nothing is known. */
    static final SourceFacts UNKNOWN = new SourceFacts(null, null, null, null, null, null);
  }

  /** Which spellings are one mailbox, which domains are disposable mail. */
  public record Mailboxes(
      @Nullable Set<String> ignoreDots,
      @Nullable Set<String> ignorePlus,
      @Nullable Set<String> disposable) {}

  /**
   * Tables of reference, by their file's name.
   *
   * @param ipCountry where addresses belong, the first asked first; {@code shipped} names the table
   *     that comes with Cordon
   * @param binCountry first digits of cards
   */
  public record Reference(@Nullable List<String> ipCountry, @Nullable String binCountry) {

    /** The tables of addresses; none where nothing is said. */
    public List<String> addressTables() {
      return ipCountry == null ? List.of() : List.copyOf(ipCountry);
    }
  }

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
    return known == null ? Optional.empty() : SourceTimes.zone(known.zone());
  }

  /**
   * What is known of a source's times.
   *
   * @param ofPlatform whether it comes from the seized platform, so that no event of it is later
   *     than the seizure; a provider's return may tell of later ones
   */
  public TimeRules timeRules(String sourceName, boolean ofPlatform) {
    return SourceTimes.rules(sources.get(sourceName), operation, ofPlatform);
  }

  /** Whether anything is told of a source of this name. */
  public boolean knows(String sourceName) {
    return sources.get(sourceName) != null;
  }

  /** How the lines of a log are built, where the investigators know. */
  public Optional<LogFormat> logFormat(String sourceName) {
    SourceFacts known = sources.get(sourceName);
    return known == null || known.logFormat() == null
        ? Optional.empty()
        : Optional.of(LogFormat.of(known.logFormat()));
  }

  /** The system a source's accounts belong to, where it is not the one its name says. */
  public Optional<String> system(String sourceName) {
    SourceFacts known = sources.get(sourceName);
    return known == null ? Optional.empty() : Optional.ofNullable(known.system());
  }

  /** The same, with what was stated of one source later; null leaves what was known. */
  OperationFacts stating(String source, @Nullable String zone, @Nullable String system) {
    SourceFacts known = sources.getOrDefault(source, SourceFacts.UNKNOWN);
    Map<String, SourceFacts> all = new LinkedHashMap<>(sources);
    all.put(
        source,
        new SourceFacts(
            zone == null ? known.zone() : zone,
            known.zones(),
            known.dateOrders(),
            known.seizedAt(),
            known.logFormat(),
            system == null ? known.system() : system));
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
        : java.util.stream.Stream.concat(
                reference.addressTables().stream().filter(name -> !name.equals("shipped")),
                java.util.stream.Stream.ofNullable(reference.binCountry()))
            .toList();
  }

  private static Set<String> orEmpty(@Nullable Set<String> domains) {
    return domains == null ? Set.of() : domains;
  }

  private static void checkLogFormat(String source, @Nullable SourceFacts known) {
    if (known == null || known.logFormat() == null) {
      return;
    }
    try {
      LogFormat.of(known.logFormat());
    } catch (FormatException unreadable) {
      throw new IntakeException(
          "the log format of source " + source + " is not usable: " + unreadable.getMessage(),
          unreadable);
    }
  }
}
