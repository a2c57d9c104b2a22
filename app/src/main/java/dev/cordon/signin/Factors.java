package dev.cordon.signin;

import dev.cordon.RefusedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the member asking can prove itself with. */
@Component
public class Factors {

  private final JdbcClient jdbc;
  private final SignInSettings settings;

  Factors(JdbcClient jdbc, SignInSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** How many of each. */
  public record Held(int passkeys, int apps, int codes, int identities) {

    /** Whether there is a second factor besides the password. */
    public boolean second() {
      return passkeys + apps > 0;
    }
  }

  /** What the member has now. */
  @Transactional(readOnly = true)
  public Held held() {
    return jdbc.sql(SignInSql.HELD)
        .query((row, number) ->
            new Held(
                row.getInt("passkeys"),
                row.getInt("apps"),
                row.getInt("codes"),
                row.getInt("identities")))
        .single();
  }

  /** Makes changes of the member's factors wait for each other. */
  @Transactional(propagation = Propagation.MANDATORY)
  void lock() {
    jdbc.sql(SignInSql.LOCK_FACTORS).query((row, number) -> number).single();
  }

  /** Refuses when nothing would be left after taking one away. */
  @Transactional(propagation = Propagation.MANDATORY)
  void requireAnother() {
    Held held = held();
    if (settings.secondFactorRequired() && held.passkeys() + held.apps() <= 1) {
      throw new RefusedException(
          "This is your last second factor. Add another passkey or an authenticator app first, then"
              + " remove this one.");
    }
  }
}
