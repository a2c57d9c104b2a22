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
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a member changes of its own sign-in, and the sessions it ends by that. */
@Service
public class Account {

  private final OpenSessions sessions;
  private final PasswordCheck passwords;
  private final CurrentMember currentMember;
  private final Access access;
  private final StepUp stepUp;
  private final Ledger ledger;
  private final JdbcClient jdbc;

  Account(
      OpenSessions sessions,
      PasswordCheck passwords,
      CurrentMember currentMember,
      Access access,
      StepUp stepUp,
      Ledger ledger,
      JdbcClient jdbc) {
    this.sessions = sessions;
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
          afterCommit(() -> sessions.end(one));
        });
  }

  /** Ends all of the member's sessions but this one. */
  @Transactional
  public void endOthers() {
    MemberId member = currentMember.member();
    OpenSession kept = FreshProofs.session();
    written("all others ended by the member", member);
    afterCommit(() -> sessions.endOthers(member, kept));
  }

  /** Ends all sessions of a member; for the administrator. */
  @Transactional
  public void endAllOf(MemberId member) {
    access.requireAdministrator();
    written("ended by the administrator", member);
    afterCommit(() -> sessions.endAll(member));
  }

  /** A changed factor ends whatever was open elsewhere. */
  @Transactional
  public void factorsChanged() {
    MemberId member = currentMember.member();
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    OpenSession kept =
        authentication != null && authentication.getDetails() instanceof OpenSession session
            ? session
            : null;
    afterCommit(() -> sessions.endOthers(member, kept));
  }

  /** Changes the member's password; all other sessions end. */
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

  private static void afterCommit(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }
}
