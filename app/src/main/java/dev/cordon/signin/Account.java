package dev.cordon.signin;

import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.PasswordCheck;
import dev.cordon.access.StepUp;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a member changes of its own sign-in, and the sessions it ends by that. */
@Service
public class Account {

  private final OpenSessions sessions;
  private final ApiTokens tokens;
  private final PasswordCheck passwords;
  private final CurrentMember currentMember;
  private final Access access;
  private final StepUp stepUp;
  private final Ledger ledger;
  private final JdbcClient jdbc;

  Account(
      OpenSessions sessions,
      ApiTokens tokens,
      PasswordCheck passwords,
      CurrentMember currentMember,
      Access access,
      StepUp stepUp,
      Ledger ledger,
      JdbcClient jdbc) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.passwords = passwords;
    this.currentMember = currentMember;
    this.access = access;
    this.stepUp = stepUp;
    this.ledger = ledger;
    this.jdbc = jdbc;
  }

  /** The open sessions of the member asking. */
  public List<OpenSession> sessions() {
    return sessions.of(currentMember.member());
  }

  /** All open sessions; for the administrator. */
  public List<OpenSession> allSessions() {
    access.requireAdministrator();
    return sessions.all();
  }

  /** Ends one of the member's own sessions. */
  @Transactional
  public void end(UUID session) {
    sessions().stream()
        .filter(one -> one.id().equals(session))
        .findFirst()
        .ifPresent(one -> {
          written("ended by the member", currentMember.member());
          AfterCommit.run(() -> sessions.end(one));
        });
  }

  /** Ends all of the member's sessions but this one. */
  @Transactional
  public void endOthers() {
    MemberId member = currentMember.member();
    OpenSession kept = FreshProofs.session();
    written("all others ended by the member", member);
    AfterCommit.run(() -> sessions.endOthers(member, kept));
  }

  /** Ends all sessions of a member; for the administrator. */
  @Transactional
  public void endAllOf(MemberId member) {
    access.requireAdministrator();
    written("ended by the administrator", member);
    AfterCommit.run(() -> sessions.endAll(member));
  }

  /** A changed factor ends whatever was open elsewhere: the other sessions, and every API token. */
  @Transactional
  public void factorsChanged() {
    MemberId member = currentMember.member();
    tokens.revokeAll();
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    OpenSession kept =
        authentication != null && authentication.getDetails() instanceof OpenSession session
            ? session
            : null;
    AfterCommit.run(() -> sessions.endOthers(member, kept));
  }

  /** Changes the member's password; all other sessions and all API tokens end. */
  @Transactional
  public void changePassword(String password, String repeated) {
    stepUp.require();
    if (!password.equals(repeated)) {
      throw new RefusedException("The two new passwords differ. Nothing was changed.");
    }
    if (password.toLowerCase(java.util.Locale.ROOT).contains(currentMember.get().getName())) {
      throw new RefusedException("A password does not contain the sign-in name. Choose another.");
    }
    jdbc.sql(SignInSql.CHANGE_PASSWORD)
        .param("hash", hash(password))
        .query((row, number) -> number)
        .list();
    ledger.append(
        Entry.ofInstallation(Act.ALTERATION, "password", "changed by the member")
            .touching(currentMember.member()));
    MemberId member = currentMember.member();
    AfterCommit.run(() -> sessions.endHalves(member));
    factorsChanged();
  }

  private String hash(String password) {
    try {
      return passwords.hash(password);
    } catch (dev.cordon.CordonException tooShort) {
      throw new RefusedException(String.valueOf(tooShort.getMessage()));
    }
  }

  private void written(String reason, MemberId member) {
    ledger.append(Entry.ofInstallation(Act.ALTERATION, "session", reason).touching(member));
  }
}
