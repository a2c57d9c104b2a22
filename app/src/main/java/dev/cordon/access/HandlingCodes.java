package dev.cordon.access;

import dev.cordon.RefusedException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Handling codes of single records. A record without one has the operation's; the last one set
 * counts, and whoever's grant does not open it sees neither the record nor what hangs on it.
 */
@Service
@Transactional
public class HandlingCodes {

  private final JdbcClient jdbc;
  private final Access access;
  private final ApplicationEventPublisher events;

  HandlingCodes(JdbcClient jdbc, Access access, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.access = access;
    this.events = events;
  }

  /** What can carry a code of its own. Packages carry theirs from the draft on. */
  public enum Kind {
    SOURCE(NeedToKnowSql.SOURCE_VISIBLE),
    SUBJECT(NeedToKnowSql.SUBJECT_VISIBLE),
    SITE(NeedToKnowSql.SITE_VISIBLE),
    EXHIBIT(NeedToKnowSql.EXHIBIT_VISIBLE),
    HASH_LIST(NeedToKnowSql.HASH_LIST_VISIBLE),
    PUBLICATION(NeedToKnowSql.PUBLICATION_VISIBLE);

    private final String visible;

    Kind(String visible) {
      this.visible = visible;
    }

    /** As the database writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Gives a record a code, in place of the one it had. */
  public void mark(
      OperationId operation, Kind kind, UUID record, HandlingCode code, String reason) {
    access.require(operation, Area.HANDLING, Right.WRITE);
    boolean visible =
        Boolean.TRUE.equals(
            jdbc.sql(kind.visible).params(operation.value(), record).query(Boolean.class).single());
    if (!visible) {
      throw new NotPermittedException();
    }
    if (!opens(operation, code)) {
      throw new RefusedException(
          code + " is not among the codes your grant opens; you would not see the record again.");
    }
    jdbc.sql(NeedToKnowSql.MARK)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("kind", kind.text())
        .param("record", record)
        .param("code", code.name())
        .param("reason", reason)
        .update();
    events.publishEvent(new HandlingMarked(operation, kind.text(), record, code, reason));
  }

  /** Whether the member may set codes in the operation. */
  @Transactional(readOnly = true)
  public boolean maySet(OperationId operation) {
    return access.holds(operation, Area.HANDLING, Right.WRITE);
  }

  /** The record's own code, as far as the member may know it. */
  @Transactional(readOnly = true)
  public Optional<HandlingCode> of(OperationId operation, Kind kind, UUID record) {
    return jdbc.sql(NeedToKnowSql.MARKS)
        .param("operation", operation.value())
        .param("kind", kind.text())
        .param("record", record)
        .query(String.class)
        .optional()
        .map(HandlingCode::valueOf);
  }

  private boolean opens(OperationId operation, HandlingCode code) {
    return Boolean.TRUE.equals(
        jdbc.sql(NeedToKnowSql.OPENED)
            .param("operation", operation.value())
            .param("code", code.name())
            .query(Boolean.class)
            .single());
  }
}
