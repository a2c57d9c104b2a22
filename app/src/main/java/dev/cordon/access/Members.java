package dev.cordon.access;

import dev.cordon.CordonException;
import dev.cordon.access.internal.Passwords;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The members of this installation, as far as the member asking may know them. */
@Service
public class Members {

  private static final String ADMINISTRATOR = "administrator";

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
   * Adds one; for the administrator.
   *
   * @param password chosen by the member, or null for a generated one
   */
  @Transactional
  public Credentials add(
      AgencyId agency, String signInName, String displayName, @Nullable String password) {
    access.requireAdministrator();
    String name = signInName.strip().toLowerCase(Locale.ROOT);
    if (!name.matches("[a-z0-9][a-z0-9._@-]{1,98}")) {
      throw new CordonException(
          "A sign-in name has 2 to 99 characters: a-z, 0-9, and . _ @ - after the first.");
    }
    String chosen = password == null ? passwords.generate() : password;
    MemberId member = MemberId.random();
    try {
      jdbc.sql(AccessSql.ADD_MEMBER)
          .param("id", member.value())
          .param("agency", agency.value())
          .param("signInName", name)
          .param("displayName", displayName.strip())
          .param("hash", passwords.hash(chosen))
          .update();
    } catch (DuplicateKeyException taken) {
      throw new CordonException("The sign-in name " + name + " is taken; choose another.", taken);
    }
    events.publishEvent(new MemberJoined(member, agency));
    return new Credentials(member, name, chosen);
  }

  /** One member, if the member asking may know it. */
  @Transactional(readOnly = true)
  public Optional<Member> find(MemberId id) {
    return jdbc.sql(AccessSql.MEMBER)
        .param("id", id.value())
        .query((row, number) ->
            new Member(
                new MemberId(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getObject("agency_id", UUID.class)).map(AgencyId::new),
                row.getString("sign_in_name"),
                row.getString("display_name")))
        .optional();
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
}
