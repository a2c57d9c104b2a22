package dev.cordon.access.internal;

import dev.cordon.access.AgencyId;
import dev.cordon.access.MemberId;
import dev.cordon.access.SignedIn;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Checks a name and a password. Refusals are all alike, in words and in time. */
@Component
class MemberSignIn implements AuthenticationProvider {

  private static final String SIGN_IN =
      """
      select id, agency_id, display_name, password_hash, administrator from cordon.sign_in(:name)
      """;

  private final JdbcClient jdbc;
  private final Passwords passwords;
  private final VerifiedPasswords verified = new VerifiedPasswords(InstantSource.system());

  MemberSignIn(JdbcClient jdbc, Passwords passwords) {
    this.jdbc = jdbc;
    this.passwords = passwords;
  }

  @Override
  public Authentication authenticate(Authentication authentication) {
    String name = authentication.getName();
    String password = String.valueOf(authentication.getCredentials());
    Optional<Candidate> candidate = find(name);
    if (candidate.isEmpty()) {
      passwords.matchNobody(password);
      throw refusal();
    }
    Candidate found = candidate.get();
    if (!verified.knows(password, found.passwordHash())) {
      if (!passwords.matches(password, found.passwordHash())) {
        throw refusal();
      }
      verified.remember(password, found.passwordHash());
    }
    return UsernamePasswordAuthenticationToken.authenticated(
        found.signedIn(name), null, Set.of(new SimpleGrantedAuthority("MEMBER")));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  private Optional<Candidate> find(String name) {
    return jdbc.sql(SIGN_IN)
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

  private static BadCredentialsException refusal() {
    return new BadCredentialsException("name or password not right");
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
