package dev.cordon.access;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Breaking the glass: in danger to life or to a child a member of the operation reads for an hour
 * what the role does not reach. The database opens it, for reading only; coordinators,
 * data-protection officers and auditors see it at once, and another person judges it afterwards.
 */
@Service
@Transactional
public class EmergencyOpenings {

  private static final int SHORTEST = 10;
  private static final int LONGEST = 2000;

  private final JdbcClient jdbc;
  private final Access access;
  private final StepUp stepUp;
  private final ApplicationEventPublisher events;

  EmergencyOpenings(
      JdbcClient jdbc, Access access, StepUp stepUp, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.access = access;
    this.stepUp = stepUp;
    this.events = events;
  }

  /** An opening of the member that stands now. */
  public record Standing(UUID id, String reason, Instant endsAt) {}

  /** Opens for an hour. Asks first for fresh proof of who sits at the keyboard. */
  public UUID open(
      OperationId operation,
      EmergencyOpening.Scope scope,
      EmergencyOpening.Danger danger,
      String reason) {
    access.require(operation, Area.BREAK_GLASS, Right.OPEN);
    stepUp.require();
    String why = checked(reason, SHORTEST);
    UUID id = UUID.randomUUID();
    jdbc.sql(BreakGlassSql.OPEN)
        .param("id", id)
        .param("operation", operation.value())
        .param("areas", scope.areas().stream().map(Area::text).toArray(String[]::new))
        .param("danger", danger.name().toLowerCase(Locale.ROOT))
        .param("reason", why)
        .update();
    events.publishEvent(new BreakGlassOpened(operation, id, scope, why));
    return id;
  }

  /** Closes an own opening before its hour is over. */
  public void close(OperationId operation, UUID id) {
    int closed =
        jdbc.sql(BreakGlassSql.CLOSE)
            .param("id", id)
            .param("operation", operation.value())
            .update();
    if (closed == 0) {
      throw new NotPermittedException();
    }
    events.publishEvent(new BreakGlassClosed(operation, id));
  }

  /** Judges another person's opening, once. */
  public void review(OperationId operation, UUID id, boolean justified, String words) {
    access.require(operation, Area.BREAK_GLASS, Right.REVIEW);
    String said = checked(words, 3);
    EmergencyOpening opening =
        page(operation, 1, id).rows().stream().findFirst().orElseThrow(NotPermittedException::new);
    if (opening.own()) {
      throw new RefusedException("Another person reviews what you opened.");
    }
    int reviewed =
        jdbc.sql(BreakGlassSql.REVIEW)
            .param("id", id)
            .param("operation", operation.value())
            .param("justified", justified)
            .param("words", said)
            .update();
    if (reviewed == 0) {
      throw new RefusedException("This opening was reviewed already.");
    }
    events.publishEvent(new BreakGlassReviewed(operation, id, justified, said));
  }

  /** One page of the openings the reader may see, newest first. */
  @Transactional(readOnly = true)
  public Page<EmergencyOpening> page(OperationId operation, int page) {
    return page(operation, page, null);
  }

  private Page<EmergencyOpening> page(OperationId operation, int page, @Nullable UUID only) {
    List<EmergencyOpening> rows =
        jdbc.sql(only == null ? BreakGlassSql.PAGE : BreakGlassSql.ONE)
            .param("operation", operation.value())
            .param("id", only)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(EmergencyOpenings::opening)
            .list();
    long total =
        jdbc.sql(BreakGlassSql.COUNT)
            .param("operation", operation.value())
            .query(Long.class)
            .single();
    return new Page<>(rows, page, total);
  }

  /** How many openings wait for their review; none for who does not watch over them. */
  @Transactional(readOnly = true)
  public long waiting(OperationId operation) {
    if (!access.holds(operation, Area.BREAK_GLASS, Right.READ)) {
      return 0;
    }
    return jdbc.sql(BreakGlassSql.WAITING)
        .param("operation", operation.value())
        .query(Long.class)
        .single();
  }

  /** The member's own opening that stands now, for that area or, without one, for any. */
  @Transactional(readOnly = true)
  public Optional<Standing> standing(OperationId operation, @Nullable Area area) {
    return jdbc.sql(BreakGlassSql.OWN_OPEN)
        .param("operation", operation.value())
        .param("area", area == null ? null : area.text())
        .query((row, number) ->
            new Standing(
                row.getObject("id", UUID.class), row.getString("reason"), at(row, "ends_at")))
        .optional();
  }

  /** Notes that something was looked at under an opening that stands. */
  public void used(OperationId operation, Area area, List<String> records) {
    standing(operation, area)
        .ifPresent(opening ->
            events.publishEvent(
                new BreakGlassUsed(operation, opening.id(), area, opening.reason(), records)));
  }

  private static String checked(String words, int shortest) {
    String own = words.strip();
    if (own.length() < shortest || own.length() > LONGEST) {
      throw new RefusedException("Say why: " + shortest + " to " + LONGEST + " characters.");
    }
    return own;
  }

  private static EmergencyOpening opening(ResultSet row, int number) throws SQLException {
    return new EmergencyOpening(
        row.getObject("id", UUID.class),
        name(row, "display_name"),
        row.getBoolean("own"),
        Arrays.stream((String[]) row.getArray("areas").getArray()).map(Area::of).toList(),
        EmergencyOpening.Danger.valueOf(row.getString("danger").toUpperCase(Locale.ROOT)),
        row.getString("reason"),
        at(row, "opened_at"),
        at(row, "ends_at"),
        row.getBoolean("open"),
        review(row),
        row.getBoolean("overdue"));
  }

  private static Optional<EmergencyOpening.Review> review(ResultSet row) throws SQLException {
    if (row.getObject("reviewed_at") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new EmergencyOpening.Review(
            row.getBoolean("justified"),
            row.getString("words"),
            name(row, "reviewed_by"),
            at(row, "reviewed_at")));
  }

  private static String name(ResultSet row, String column) throws SQLException {
    @Nullable String name = row.getString(column);
    return name == null ? "A member" : name;
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
