package dev.cordon.access;

import dev.cordon.access.internal.Passwords;
import dev.cordon.access.internal.VerifiedPasswords;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks a name and a password. Refusals are all alike, in words and in time. */
@Component
public class PasswordCheck {

  /** What a sign-in name can be; anything else is nobody's and never reaches the database. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,98}");

  private final JdbcClient jdbc;
  private final Passwords passwords;
  private final VerifiedPasswords verified = new VerifiedPasswords(InstantSource.system());

  PasswordCheck(JdbcClient jdbc, Passwords passwords) {
    this.jdbc = jdbc;
    this.passwords = passwords;
  }

  /** The member of that name, if the password is its own and it has not left. */
  public Optional<SignedIn> check(String name, String password) {
    Optional<Candidate> candidate = canBeName(name) ? find(name) : Optional.empty();
    if (candidate.isEmpty()) {
      passwords.matchNobody(password);
      return Optional.empty();
    }
    Candidate found = candidate.get();
    if (!verified.knows(password, found.passwordHash())) {
      if (!passwords.matches(password, found.passwordHash())) {
        return Optional.empty();
      }
      verified.remember(password, found.passwordHash());
    }
    return Optional.of(found.signedIn(name));
  }

  /** Whether a member can have this sign-in name: small Latin letters, digits and . _ @ - only. */
  public static boolean canBeName(String name) {
    return NAME.matcher(name).matches();
  }

  /** The hash to keep of a new password; refused when it is too short or too long. */
  public String hash(String password) {
    return passwords.hash(password);
  }

  private Optional<Candidate> find(String name) {
    return jdbc.sql(AccessSql.SIGN_IN)
        .param("name", name)
        .query((row, number) ->
            new Candidate(
                new MemberId(row.getObject("id", UUID.class)),
                agency(row.getObject("agency_id", UUID.class)),
                row.getString("display_name"),
                row.getString("password_hash"),
                row.getBoolean("administrator")))
        .optional();
  }

  private static @Nullable AgencyId agency(@Nullable UUID id) {
    return id == null ? null : new AgencyId(id);
  }

  private record Candidate(
      MemberId member,
      @Nullable AgencyId agency,
      String displayName,
      String passwordHash,
      boolean administrator) {

    SignedIn signedIn(String name) {
      return new SignedIn(name, displayName, member, agency, administrator);
    }
  }
}
