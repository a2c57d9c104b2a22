package dev.cordon.access;

import dev.cordon.RefusedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The operations of this installation, as far as the member may know them. */
@Service
public class Operations {

  private static final int MOST_LISTED = 200;

  private final JdbcClient jdbc;
  private final Access access;
  private final ApplicationEventPublisher events;

  Operations(JdbcClient jdbc, Access access, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.access = access;
    this.events = events;
  }

  /** What an operation must have before anything is taken in. */
  public record Grounds(
      String name,
      String authority,
      String legalBasis,
      Purpose purpose,
      LocalDate reviewOn,
      LocalDate endsOn,
      AgencyId leadAgency,
      HandlingCode handlingCode) {}

  /** Opens one; for the administrator. The database refuses one without its grounds. */
  @Transactional
  public OperationId open(Grounds grounds) {
    access.requireAdministrator();
    OperationId operation = OperationId.random();
    try {
      insert(operation, grounds);
    } catch (DataIntegrityViolationException groundless) {
      throw new RefusedException(
          "The operation was not opened: the review lies after today, the end not before the review,"
              + " and the lead agency is one of this installation.");
    }
    events.publishEvent(new OperationOpened(operation));
    return operation;
  }

  private void insert(OperationId operation, Grounds grounds) {
    jdbc.sql(AccessSql.OPEN_OPERATION)
        .param("id", operation.value())
        .param("name", grounds.name().strip())
        .param("authority", grounds.authority().strip())
        .param("legalBasis", grounds.legalBasis().strip())
        .param("purpose", grounds.purpose().text())
        .param("reviewOn", grounds.reviewOn())
        .param("endsOn", grounds.endsOn())
        .param("leadAgency", grounds.leadAgency().value())
        .param("handlingCode", grounds.handlingCode().name())
        .update();
  }

  /** Those the member may know, newest first. */
  @Transactional(readOnly = true)
  public List<Operation> all() {
    return operations(null, MOST_LISTED);
  }

  /** One, if the member may know it. */
  @Transactional(readOnly = true)
  public Optional<Operation> find(OperationId id) {
    return operations(id.value(), 1).stream().findFirst();
  }

  /**
   * One the member may know.
   *
   * @throws NotPermittedException when there is none, or none for this member
   */
  @Transactional(readOnly = true)
  public Operation get(OperationId id) {
    return find(id).orElseThrow(NotPermittedException::new);
  }

  private List<Operation> operations(@Nullable UUID id, int atMost) {
    return jdbc.sql(AccessSql.OPERATIONS)
        .param("id", id)
        .param("atMost", atMost)
        .query((row, number) -> operation(row))
        .list();
  }

  private static Operation operation(ResultSet row) throws SQLException {
    return new Operation(
        new OperationId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("authority"),
        row.getString("legal_basis"),
        Purpose.of(row.getString("purpose")),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("review_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        new AgencyId(row.getObject("lead_agency_id", UUID.class)),
        HandlingCode.valueOf(row.getString("handling_code")));
  }
}
