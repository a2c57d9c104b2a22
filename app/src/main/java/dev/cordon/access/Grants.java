package dev.cordon.access;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who holds which role in an operation until when. Given by the administrator, by the operation's
 * coordinators and by those who hold its role of administrator; never to oneself. Every grant has
 * an end, within the operation's; it is never made longer, a new one follows it.
 */
@Service
@Transactional
public class Grants {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final ApplicationEventPublisher events;

  Grants(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.events = events;
  }

  /**
   * From when until when.
   *
   * @param from null for now
   * @param until null for the end of what it stands on: the operation, or the grant it covers
   */
  public record Span(@Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {

    /** From now to the end of the operation. */
    public static final Span WHOLE = new Span(null, null);

    /** Refuses what no calendar of a case holds. */
    public Span {
      if (isAbsurd(from) || isAbsurd(until)) {
        throw new RefusedException("The year of a grant has to be between 1900 and 9999.");
      }
    }

    private static boolean isAbsurd(@Nullable OffsetDateTime at) {
      return at != null && (at.getYear() < 1900 || at.getYear() > 9999);
    }
  }

  /** Gives a member a role. */
  public UUID grant(OperationId operation, MemberId member, Role role, Span span) {
    requireGranter(operation);
    if (role == Role.ADMINISTRATOR) {
      access.requireAdministrator();
    }
    UUID id = add(operation, member, role, span, null);
    events.publishEvent(new RoleGranted(operation, member, role));
    return id;
  }

  /**
   * Lets a colleague of the same agency stand in for the holder of a grant, in the same role; it
   * ends by itself, and with the grant it covers.
   */
  public UUID cover(OperationId operation, UUID covered, MemberId by, Span span) {
    requireGranter(operation);
    Role role =
        jdbc.sql(GrantSql.COVERED_ROLE)
            .param("id", covered)
            .param("operation", operation.value())
            .query((row, number) -> Role.of(row.getString("role")))
            .optional()
            .orElseThrow(NotPermittedException::new);
    UUID id = add(operation, by, role, span, covered);
    events.publishEvent(
        new AccessDecided(
            Optional.of(operation),
            "membership-cover",
            "stands in as " + role.text(),
            List.of(by, id, covered)));
    return id;
  }

  /** Ends a grant at once, and what covers it. */
  public void end(OperationId operation, UUID id, String reason) {
    requireGranter(operation);
    MemberId holder =
        jdbc.sql(GrantSql.HOLDER)
            .param("id", id)
            .param("operation", operation.value())
            .query((row, number) -> new MemberId(Columns.uuid(row, "member_id")))
            .optional()
            .orElseThrow(NotPermittedException::new);
    int ended =
        jdbc.sql(GrantSql.END)
            .param("id", id)
            .param("operation", operation.value())
            .param("reason", reason)
            .update();
    if (ended == 0) {
      throw new RefusedException("The grant is over already; nothing was changed.");
    }
    events.publishEvent(
        new AccessDecided(Optional.of(operation), "membership-end", reason, List.of(id, holder)));
  }

  /**
   * One page of the grants the member may see, by agency and name.
   *
   * @param over with those that are over
   */
  @Transactional(readOnly = true)
  public Page<Grant> page(OperationId operation, boolean over, int page) {
    List<Grant> rows =
        jdbc.sql(GrantSql.PAGE)
            .param("operation", operation.value())
            .param("over", over)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(Grants::row)
            .list();
    long total =
        jdbc.sql(GrantSql.COUNT)
            .param("operation", operation.value())
            .param("over", over)
            .query(Long.class)
            .single();
    return new Page<>(rows, page, total);
  }

  /** Whether the member asking may grant roles in the operation. */
  @Transactional(readOnly = true)
  public boolean mayGrant(OperationId operation) {
    return currentMember.get().administrator()
        || access.holds(operation, Area.MEMBERS, Right.GRANT_ROLE);
  }

  private void requireGranter(OperationId operation) {
    if (!mayGrant(operation)) {
      throw new NotPermittedException();
    }
  }

  private UUID add(
      OperationId operation, MemberId member, Role role, Span span, @Nullable UUID covers) {
    if (member.equals(currentMember.member())) {
      throw new RefusedException("Nobody gives a role to oneself; ask another coordinator.");
    }
    GrantFacts facts =
        jdbc.sql(GrantSql.FACTS)
            .param("operation", operation.value())
            .param("member", member.value())
            .param("role", role.text())
            .param("from", span.from())
            .param("until", span.until())
            .param("covers", covers)
            .query(GrantFacts::of)
            .optional()
            .orElseThrow(NotPermittedException::new);
    facts.check(role, covers != null);
    UUID id = UUID.randomUUID();
    try {
      jdbc.sql(GrantSql.ADD)
          .param("id", id)
          .param("operation", operation.value())
          .param("member", member.value())
          .param("role", role.text())
          .param("from", span.from())
          .param("until", Columns.parameter(facts.endsAt()))
          .param("covers", covers)
          .update();
    } catch (DataIntegrityViolationException meanwhile) {
      throw new RefusedException(
          "Somebody changed the grants of this member at the same moment; nothing was added. Look"
              + " again.");
    }
    return id;
  }

  private static Grant row(ResultSet row, int number) throws SQLException {
    String reason = row.getString("end_reason");
    return new Grant(
        Columns.uuid(row, "id"),
        new MemberId(Columns.uuid(row, "member_id")),
        row.getString("display_name"),
        row.getString("sign_in_name"),
        row.getString("agency"),
        Role.of(row.getString("role")),
        Columns.instant(row, "starts_at"),
        Columns.instant(row, "ends_at"),
        Optional.ofNullable(row.getString("covers")),
        row.getString("granted_by"),
        Grant.State.valueOf(row.getString("state")),
        reason == null
            ? Optional.empty()
            : Optional.of(new Grant.Ended(row.getString("ended_by"), reason)));
  }
}
