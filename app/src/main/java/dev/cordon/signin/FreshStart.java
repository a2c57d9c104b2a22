package dev.cordon.signin;

import dev.cordon.Columns;
import dev.cordon.access.MemberId;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.PasswordCheck;
import dev.cordon.access.PasswordRules;
import dev.cordon.access.SignedIn;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How a member whose sign-in was reset starts anew, with the link of one person and the code of the
 * other. Nobody is signed in by it: what follows is a first sign-in like any other. A link that is
 * forged, used or too old is answered alike.
 */
@Service
public class FreshStart {

  private final JdbcClient jdbc;
  private final PasswordCheck passwords;
  private final SignInDesk desk;
  private final Acting acting;
  private final Ledger ledger;

  FreshStart(
      JdbcClient jdbc, PasswordCheck passwords, SignInDesk desk, Acting acting, Ledger ledger) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.desk = desk;
    this.acting = acting;
    this.ledger = ledger;
  }

  /** What the bearer of a good link sees. */
  public record Welcome(
      MemberId member, String displayName, String signInName, String agency, Instant endsAt) {}

  /** How a try ended. */
  public enum Result {
    /** The password is the new one. */
    DONE,
    /** The code is not the one that belongs to the link; after five such tries the link ends. */
    WRONG_CODE
  }

  /** The reset a link belongs to, if it can be used now. */
  public Optional<Welcome> open(String link) {
    return jdbc.sql(FactorResetSql.OPEN)
        .param("link", Digests.sha256(link))
        .query((row, number) ->
            new Welcome(
                new MemberId(Columns.uuid(row, "member_id")),
                row.getString("display_name"),
                row.getString("sign_in_name"),
                row.getString("agency"),
                Columns.instant(row, "ends_at")))
        .optional();
  }

  /**
   * Makes the password the member's.
   *
   * @throws NotPermittedException when the link opens nothing, or nothing any more
   * @throws dev.cordon.RefusedException when the password may not be chosen; that is no try
   */
  public Result start(String link, String code, String password) {
    Welcome welcome = open(link).orElseThrow(NotPermittedException::new);
    PasswordRules.check(password, welcome.displayName(), welcome.signInName(), welcome.agency());
    String hash = passwords.hash(password);
    SignedIn member = desk.find(welcome.member()).orElseThrow(NotPermittedException::new);
    return acting.as(member, () -> use(member.member(), link, code, hash));
  }

  private Result use(MemberId member, String link, String code, String hash) {
    String answer =
        jdbc.sql(FactorResetSql.USE)
            .param("link", Digests.sha256(link))
            .param("code", FactorResets.codeDigest(code.length() <= 100 ? code : ""))
            .param("hash", hash)
            .query(String.class)
            .single();
    return switch (Objects.requireNonNull(answer)) {
      case "done" -> written(member, Result.DONE, "the member chose a new password");
      case "wrong" -> written(member, Result.WRONG_CODE, "refused: a wrong code was given");
      default -> throw new NotPermittedException();
    };
  }

  private Result written(MemberId member, Result result, String words) {
    ledger.append(
        Entry.ofInstallation(Act.ALTERATION, "sign-in-reset-use", words).touching(member));
    return result;
  }
}
