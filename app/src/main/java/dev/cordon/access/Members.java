package dev.cordon.access;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.internal.Passwords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The members of this installation, as far as the member asking may know them. */
@Service
public class Members {

  private static final String ADMINISTRATOR = "administrator";
  private static final int MOST_OFFERED = 200;

  private final JdbcClient jdbc;
  private final Access access;
  private final Passwords passwords;
  private final ApplicationEventPublisher events;

  Members(JdbcClient jdbc, Access access, Passwords passwords, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.access = access;
    this.passwords = passwords;
    this.events = events;
  }

  /**
   * A name and the password that goes with it, shown once.
   *
   * @param member who
   * @param signInName the name to sign in with
   * @param password in the clear
   */
  public record Credentials(MemberId member, String signInName, String password) {

    /** Without the password. */
    @Override
    public String toString() {
      return "Credentials[" + signInName + "]";
    }
  }

  /**
   * A member as the administrator sees it.
   *
   * @param left when it left, by whose act and why
   */
  public record Listed(
      MemberId id,
      String signInName,
      String displayName,
      String agency,
      boolean administrator,
      Instant joinedAt,
      Optional<Left> left) {}

  /** An end of membership. */
  public record Left(Instant at, String by, String reason) {}

  /**
   * Ends a membership at once, for the administrator: its grants end, its open sessions and streams
   * are told to, and the database shows it nothing from the same moment. What the member did stays,
   * with the name.
   */
  @Transactional
  public void leave(MemberId member, String reason) {
    access.requireAdministrator();
    if (find(member).isEmpty()) {
      throw new NotPermittedException();
    }
    int left;
    try {
      left = jdbc.sql(AccessSql.LEAVE).param("id", member.value()).update();
    } catch (DataIntegrityViolationException last) {
      throw new RefusedException(
          "This is the last administrator; invite another one before this one leaves.");
    }
    if (left == 0) {
      throw new RefusedException("The member has left already; nothing was changed.");
    }
    jdbc.sql(AccessSql.ADD_LEAVE).param("id", member.value()).param("reason", reason).update();
    events.publishEvent(
        new AccessDecided(Optional.empty(), "member-leave", reason, List.of(member)));
    events.publishEvent(new MemberLeft(member));
  }

  /** One member, if the member asking may know it. */
  @Transactional(readOnly = true)
  public Optional<Member> find(MemberId id) {
    return jdbc.sql(AccessSql.MEMBER).param("id", id.value()).query(Members::member).optional();
  }

  /**
   * The member of a sign-in name, if the member asking may know it.
   *
   * @throws RefusedException otherwise, whether there is one or not
   */
  @Transactional(readOnly = true)
  public Member named(String signInName) {
    return jdbc.sql(AccessSql.MEMBER_NAMED)
        .param("signInName", signInName.strip())
        .query(Members::member)
        .optional()
        .orElseThrow(() ->
            new RefusedException(
                "You know no member of the sign-in name "
                    + signInName.strip()
                    + ". Invite the person, or ask the administrator."));
  }

  /** Members the member asking may know, by sign-in name; for choosing one. */
  @Transactional(readOnly = true)
  public List<Member> known() {
    return jdbc.sql(AccessSql.MEMBER_NAMES)
        .param("atMost", MOST_OFFERED)
        .query(Members::member)
        .list();
  }

  /** One page of the members the administrator sees; who left comes last. */
  @Transactional(readOnly = true)
  public Page<Listed> page(int page) {
    access.requireAdministrator();
    return new Page<>(
        jdbc.sql(AccessSql.MEMBER_PAGE)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(Members::listed)
            .list(),
        page,
        jdbc.sql(AccessSql.COUNT_MEMBERS).query(Long.class).single());
  }

  /** Makes the installation's first member when there is none, with a generated password. */
  @Transactional
  public Optional<Credentials> firstAdministrator() {
    if (jdbc.sql(AccessSql.HAS_MEMBERS).query(Boolean.class).single()) {
      return Optional.empty();
    }
    String password = passwords.generate();
    return jdbc.sql(AccessSql.FIRST_ADMINISTRATOR)
        .param("name", ADMINISTRATOR)
        .param("hash", passwords.hash(password))
        .query((row, number) -> row.getObject(1, UUID.class))
        .optional()
        .map(id -> new Credentials(new MemberId(id), ADMINISTRATOR, password));
  }

  private static Member member(ResultSet row, int number) throws SQLException {
    return new Member(
        new MemberId(Columns.uuid(row, "id")),
        Optional.ofNullable(row.getObject("agency_id", UUID.class)).map(AgencyId::new),
        row.getString("sign_in_name"),
        row.getString("display_name"));
  }

  private static Listed listed(ResultSet row, int number) throws SQLException {
    Instant leftAt = Columns.instantOrNull(row, "left_at");
    return new Listed(
        new MemberId(Columns.uuid(row, "id")),
        row.getString("sign_in_name"),
        row.getString("display_name"),
        row.getString("agency"),
        row.getBoolean("administrator"),
        Columns.instant(row, "joined_at"),
        leftAt == null
            ? Optional.empty()
            : Optional.of(
                new Left(leftAt, row.getString("left_by"), row.getString("left_reason"))));
  }
}
