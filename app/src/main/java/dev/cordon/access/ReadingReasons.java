package dev.cordon.access;

import dev.cordon.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Why members read. A member says it once per operation; it stands for some hours and every entry
 * of a consultation carries it. A program says it with each request, in a header.
 */
@Service
@Transactional
public class ReadingReasons {

  /** The header programs send: a purpose, a semicolon, own words. */
  public static final String HEADER = "Cordon-Reason";

  private static final Duration STANDS = Duration.ofHours(8);
  private static final int LONGEST = 500;
  private static final int SHORTEST = 3;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  ReadingReasons(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** Says why, in place of what was said before; it stands for eight hours. */
  public void state(OperationId operation, ReadingPurpose purpose, String words) {
    String own = checked(words);
    jdbc.sql(ReadingSql.STATE)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("purpose", purpose.text())
        .param("words", own)
        .param("seconds", Math.toIntExact(STANDS.toSeconds()))
        .update();
    events.publishEvent(new ReadingReasonStated(operation, purpose, own));
  }

  /** The reason that stands now, of this request or of the member. */
  @Transactional(readOnly = true)
  public Optional<ReadingReason> standing(OperationId operation) {
    return ofRequest()
        .or(() ->
            jdbc.sql(ReadingSql.STANDING)
                .param("operation", operation.value())
                .query((row, number) ->
                    new ReadingReason(
                        ReadingPurpose.of(row.getString("purpose")).orElseThrow(),
                        row.getString("words"),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .optional());
  }

  /**
   * The reason that stands now.
   *
   * @throws ReasonNeededException when there is none
   */
  @Transactional(readOnly = true)
  public ReadingReason require(OperationId operation) {
    return standing(operation).orElseThrow(() -> new ReasonNeededException(operation));
  }

  private static Optional<ReadingReason> ofRequest() {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now)) {
      return Optional.empty();
    }
    @Nullable String header = now.getRequest().getHeader(HEADER);
    if (header == null) {
      return Optional.empty();
    }
    String[] parts = header.split(";", 2);
    if (parts.length < 2) {
      return Optional.empty();
    }
    String words = parts[1].strip();
    return ReadingPurpose.of(parts[0].strip())
        .filter(purpose -> words.length() >= SHORTEST && words.length() <= LONGEST)
        .map(purpose -> new ReadingReason(purpose, words, Instant.now()));
  }

  private static String checked(String words) {
    String own = words.strip();
    if (own.length() < SHORTEST || own.length() > LONGEST) {
      throw new RefusedException(
          "Say in your own words why: " + SHORTEST + " to " + LONGEST + " characters.");
    }
    return own;
  }
}
