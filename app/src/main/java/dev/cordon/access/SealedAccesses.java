package dev.cordon.access;

import dev.cordon.RefusedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opening what is sealed: one thing at a time, by a member the database entitles, with reason and
 * legal basis, for a set time. The one place that makes a {@link SealedAccess}; each one is an
 * entry in the ledger.
 */
@Service
@Transactional
public class SealedAccesses {

  /** How long an opening stands when nothing else is asked. */
  public static final Duration STANDARD = Duration.ofMinutes(60);

  /** The longest it may stand. */
  public static final Duration LONGEST = Duration.ofHours(8);

  private static final int LONGEST_TEXT = 1000;
  private static final Duration ONE_ACT = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final ApplicationEventPublisher events;
  private final InstantSource clock = InstantSource.system();

  SealedAccesses(JdbcClient jdbc, CurrentMember currentMember, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.events = events;
  }

  private record Standing(SealedOpening opening, Duration left) {}

  /** Whether the member's role may open such a thing in the operation. */
  @Transactional(readOnly = true)
  public boolean isEntitled(OperationId operation, SealedThing.Kind kind) {
    return jdbc.sql(SealedSql.ENTITLED)
        .param("operation", operation.value())
        .param("kind", kind.text())
        .query(Boolean.class)
        .single();
  }

  /** Passes when the member's role may open such a thing in the operation. */
  @Transactional(readOnly = true)
  public void requireEntitled(OperationId operation, SealedThing.Kind kind) {
    if (!isEntitled(operation, kind)) {
      throw new NotPermittedException();
    }
  }

  /**
   * Opens a thing for the member asking.
   *
   * @param stands how long; up to {@link #LONGEST}
   */
  public void open(
      OperationId operation, SealedThing thing, String reason, String legalBasis, Duration stands) {
    requireEntitled(operation, thing.kind());
    requireWords(reason, "the reason");
    requireWords(legalBasis, "the legal basis");
    if (stands.compareTo(Duration.ofMinutes(1)) < 0 || stands.compareTo(LONGEST) > 0) {
      throw new RefusedException(
          "it can stand open for 1 minute to " + LONGEST.toHours() + " hours; choose a time there");
    }
    jdbc.sql(SealedSql.OPEN)
        .param("operation", operation.value())
        .param("kind", thing.kind().text())
        .param("thing", thing.id())
        .param("member", currentMember.member().value())
        .param("reason", reason.strip())
        .param("basis", legalBasis.strip())
        .param("seconds", stands.toSeconds())
        .update();
    events.publishEvent(
        new SealedAccessOpened(operation, thing, reason.strip(), legalBasis.strip()));
  }

  /** The opening that stands for the member asking, if one does. */
  @Transactional(readOnly = true)
  public Optional<SealedOpening> standing(OperationId operation, SealedThing thing) {
    return find(operation, thing).map(Standing::opening);
  }

  /**
   * A look at an open thing, entered in the ledger.
   *
   * @param detail which part of it, in words without content
   * @throws NotPermittedException when nothing stands open for the member asking
   */
  public SealedAccess view(OperationId operation, SealedThing thing, String detail) {
    requireEntitled(operation, thing.kind());
    Standing standing = find(operation, thing).orElseThrow(NotPermittedException::new);
    events.publishEvent(
        new SealedViewed(
            operation,
            thing,
            standing.opening().reason(),
            standing.opening().legalBasis(),
            detail));
    return new SealedAccess(
        operation, thing, currentMember.member(), clock.instant().plus(standing.left()), clock);
  }

  /** Opens a thing for one act and looks at it at once. */
  public SealedAccess once(
      OperationId operation, SealedThing thing, String reason, String legalBasis, String detail) {
    open(operation, thing, reason, legalBasis, ONE_ACT);
    SealedAccess access = view(operation, thing, detail);
    close(operation, thing);
    return access;
  }

  /** Closes what stands open for the member asking. */
  public void close(OperationId operation, SealedThing thing) {
    int closed =
        jdbc.sql(SealedSql.CLOSE)
            .param("operation", operation.value())
            .param("kind", thing.kind().text())
            .param("thing", thing.id())
            .param("member", currentMember.member().value())
            .update();
    if (closed > 0) {
      events.publishEvent(new SealedAccessClosed(operation, thing));
    }
  }

  private Optional<Standing> find(OperationId operation, SealedThing thing) {
    return jdbc.sql(SealedSql.STANDING)
        .param("operation", operation.value())
        .param("kind", thing.kind().text())
        .param("thing", thing.id())
        .param("member", currentMember.member().value())
        .query((row, number) -> standing(row))
        .optional();
  }

  private static Standing standing(ResultSet row) throws SQLException {
    SealedOpening opening =
        new SealedOpening(
            row.getString("reason"),
            row.getString("legal_basis"),
            instant(row, "opened_at"),
            instant(row, "ends_at"));
    long millis = (long) (row.getDouble("seconds_left") * 1000);
    return new Standing(opening, Duration.ofMillis(millis));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static void requireWords(String words, String what) {
    if (words.isBlank() || words.length() > LONGEST_TEXT) {
      throw new RefusedException(
          what + " has 1 to " + LONGEST_TEXT + " characters; state it in a sentence");
    }
  }
}
