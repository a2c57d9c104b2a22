package dev.cordon.action;

import dev.cordon.access.AgencyId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field report as Cordon holds it.
 *
 * @param at in UTC
 * @param local at the place
 * @param name the person as reported; empty when none
 * @param place the address as reported, in one line
 * @param items how many things were seized
 * @param late arrived after a later report of the same agency
 * @param state open, or matched to a subject
 * @param proved whether there is a receipt
 */
public record ReceivedReport(
    UUID id,
    AgencyId agency,
    String report,
    String country,
    String officer,
    MeasureKind kind,
    Instant at,
    OffsetDateTime local,
    String name,
    String place,
    @Nullable String visit,
    @Nullable String note,
    long items,
    boolean late,
    Instant receivedAt,
    State state,
    @Nullable Match match,
    boolean proved) {

  /** Whether a subject was found for it. */
  public enum State {
    /** No subject, or several, fit; counted as open. */
    OPEN,
    /** Matched, by rule or by a person. */
    MATCHED
  }

  /**
   * What it was matched to: a subject of a package made here, or of one another server sent.
   *
   * @param packageSubject the subject's place in the package made here
   * @param subject the same, as the operation knows it
   * @param receivedSubject the person in the package another server sent
   * @param receivedId that package, as far as the reader may see it
   * @param subjectNumber what people call the subject, as far as the reader may see it
   * @param rule the rule and its version; null when a person matched it
   * @param why in plain words
   */
  public record Match(
      UUID id,
      @Nullable UUID packageSubject,
      @Nullable UUID subject,
      @Nullable UUID receivedSubject,
      @Nullable UUID receivedId,
      @Nullable String subjectNumber,
      @Nullable String rule,
      String why) {}
}
