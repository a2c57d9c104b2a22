package dev.cordon.access;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invitations, the only way to become a member. The administrator invites for any agency; a
 * coordinator, or whoever grants roles in an operation, invites into that operation, with a first
 * role in it. An invitation ends with its inviter's right to invite.
 */
@Service
@Transactional
public class Invitations {

  /** How long an invitation can be used when nothing else is said. */
  public static final Duration USUAL_LIFE = Duration.ofDays(7);

  private static final Duration SHORTEST_LIFE = Duration.ofHours(1);
  private static final Duration LONGEST_LIFE = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final Access access;
  private final ApplicationEventPublisher events;

  Invitations(JdbcClient jdbc, Access access, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.access = access;
    this.events = events;
  }

  /**
   * Whom to invite.
   *
   * @param administrator to administer the installation; without a role then
   * @param role the first role, if any
   * @param life how long the invitation can be used
   */
  public record Guest(
      AgencyId agency,
      String signInName,
      String displayName,
      boolean administrator,
      @Nullable FirstRole role,
      Duration life) {}

  /**
   * The role a guest starts with.
   *
   * @param until when it ends; null for the operation's end
   */
  public record FirstRole(OperationId operation, Role role, @Nullable OffsetDateTime until) {

    /** Refuses what no calendar of a case holds. */
    public FirstRole {
      until = new Grants.Span(null, until).until();
    }
  }

  /** The invitation and its token, which nobody can read again. */
  public record Invited(UUID id, InvitationToken token) {}

  /** Makes an invitation; its token is in this answer only. */
  public Invited invite(Guest guest) {
    boolean administers = requireInviter(guest);
    String signInName = Names.signIn(guest.signInName());
    String displayName = Names.display(guest.displayName());
    checkLife(guest.life());
    checkRole(guest);
    if (jdbc.sql(InvitationSql.NAME_TAKEN)
        .param("signInName", signInName)
        .query(Boolean.class)
        .single()) {
      throw new RefusedException(
          "A member you know has the sign-in name " + signInName + "; choose another.");
    }
    InvitationToken token = InvitationToken.random();
    UUID id = UUID.randomUUID();
    FirstRole role = guest.role();
    int made =
        jdbc.sql(InvitationSql.INVITE)
            .param("id", id)
            .param("token", token.sha256())
            .param("agency", guest.agency().value())
            .param("signInName", signInName)
            .param("displayName", displayName)
            .param("administrator", guest.administrator())
            .param("operation", role == null ? null : role.operation().value())
            .param("role", role == null ? null : role.role().text())
            .param("roleEndsAt", role == null ? null : role.until())
            .param("seconds", guest.life().toSeconds())
            .update();
    if (made == 0) {
      throw new NotPermittedException();
    }
    events.publishEvent(
        new AccessDecided(
            Optional.ofNullable(role).map(FirstRole::operation),
            "invitation",
            administers && role == null
                ? "invited to the installation"
                : "invited to the operation",
            List.of(id, guest.agency())));
    return new Invited(id, token);
  }

  /** Takes an unused invitation back; its link opens nothing from then on. */
  public void withdraw(@Nullable OperationId within, UUID id, String reason) {
    Optional<UUID> operation =
        jdbc.sql(InvitationSql.OPERATION_OF)
            .param("id", id)
            .param("operation", within == null ? null : within.value())
            .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
            .optional()
            .orElseThrow(NotPermittedException::new);
    if (jdbc.sql(InvitationSql.WITHDRAW).param("id", id).param("reason", reason).update() == 0) {
      throw new RefusedException(
          "The invitation was used or withdrawn meanwhile; nothing was changed.");
    }
    events.publishEvent(
        new AccessDecided(
            operation.map(OperationId::new), "invitation-withdrawal", reason, List.of(id)));
  }

  /**
   * One page of the invitations the member may see, newest first.
   *
   * @param operation of one operation, or of all (null)
   */
  @Transactional(readOnly = true)
  public Page<Invitation> page(@Nullable OperationId operation, int page) {
    UUID id = operation == null ? null : operation.value();
    List<Invitation> rows =
        jdbc.sql(InvitationSql.PAGE)
            .param("operation", id)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(Invitations::invitation)
            .list();
    return new Page<>(
        rows,
        page,
        jdbc.sql(InvitationSql.COUNT).param("operation", id).query(Long.class).single());
  }

  private boolean requireInviter(Guest guest) {
    FirstRole role = guest.role();
    if (role != null
        && !guest.administrator()
        && role.role() != Role.ADMINISTRATOR
        && access.holds(role.operation(), Area.MEMBERS, Right.GRANT_ROLE)) {
      return false;
    }
    access.requireAdministrator();
    return true;
  }

  private static void checkLife(Duration life) {
    if (life.compareTo(SHORTEST_LIFE) < 0 || life.compareTo(LONGEST_LIFE) > 0) {
      throw new RefusedException("An invitation can be used for 1 hour to 30 days.");
    }
  }

  private void checkRole(Guest guest) {
    FirstRole role = guest.role();
    if (role == null) {
      return;
    }
    if (guest.administrator()) {
      throw new RefusedException("Who administers the installation holds no role in an operation.");
    }
    if (role.until() != null
        && !Boolean.TRUE.equals(
            jdbc.sql(InvitationSql.ROLE_END_FITS)
                .param("roleEndsAt", role.until())
                .param("operation", role.operation().value())
                .query(Boolean.class)
                .optional()
                .orElse(false))) {
      throw new RefusedException(
          "The role has to end after now and with its operation at the latest.");
    }
  }

  private static Invitation invitation(ResultSet row, int number) throws SQLException {
    return new Invitation(
        Columns.uuid(row, "id"),
        new AgencyId(Columns.uuid(row, "agency_id")),
        row.getString("agency_name"),
        row.getString("sign_in_name"),
        row.getString("display_name"),
        row.getBoolean("administrator"),
        firstGrant(row),
        row.getString("inviter"),
        Columns.instant(row, "invited_at"),
        Columns.instant(row, "expires_at"),
        Invitation.State.valueOf(row.getString("state")),
        Optional.ofNullable(Columns.instantOrNull(row, "ended_at")));
  }

  private static Optional<Invitation.FirstGrant> firstGrant(ResultSet row) throws SQLException {
    String role = row.getString("role");
    if (role == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Invitation.FirstGrant(
            new OperationId(Columns.uuid(row, "operation_id")),
            row.getString("operation_name"),
            Role.of(role),
            Columns.instant(row, "role_ends_at")));
  }
}
