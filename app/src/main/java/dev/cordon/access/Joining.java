package dev.cordon.access;

import dev.cordon.Columns;
import dev.cordon.access.internal.Passwords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How a person with an invitation becomes a member, before there is anybody signed in. A token that
 * is forged, used, withdrawn or too old is answered alike: there is nothing here.
 */
@Service
public class Joining {

  private final JdbcClient jdbc;
  private final Passwords passwords;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  Joining(
      JdbcClient jdbc,
      Passwords passwords,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.events = events;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  /** What the bearer of a good token may see before joining. */
  public record Welcome(
      String displayName,
      String signInName,
      String agency,
      AgencyId agencyId,
      boolean administrator,
      Instant expiresAt) {}

  /**
   * Who joined.
   *
   * @param signInName the name to sign in with; it may differ from the one in the invitation
   */
  public record Joined(MemberId member, String signInName) {}

  private record Accepted(Joined joined, @Nullable UUID operation, @Nullable String role) {}

  /** The invitation of a token, if it can be used now. */
  public Optional<Welcome> open(InvitationToken token) {
    return jdbc.sql(InvitationSql.OPEN)
        .param("token", token.sha256())
        .query((row, number) ->
            new Welcome(
                row.getString("display_name"),
                row.getString("sign_in_name"),
                row.getString("agency"),
                new AgencyId(Columns.uuid(row, "agency_id")),
                row.getBoolean("administrator"),
                Columns.instant(row, "expires_at")))
        .optional();
  }

  /**
   * Joins with a password the person chose; nobody is signed in by it.
   *
   * @throws NotPermittedException when the token opens nothing, or nothing any more
   * @throws dev.cordon.RefusedException when the password may not be chosen
   */
  public Joined join(InvitationToken token, String password) {
    Welcome welcome = open(token).orElseThrow(NotPermittedException::new);
    PasswordRules.check(password, welcome.displayName(), welcome.signInName(), welcome.agency());
    String hash = passwords.hash(password);
    MemberId member = MemberId.random();
    // The entry of joining is the new member's own: the transaction begins in that name.
    SignedIn self =
        new SignedIn(
            welcome.signInName(),
            welcome.displayName(),
            member,
            welcome.agencyId(),
            welcome.administrator());
    AtomicReference<@Nullable Joined> joined = new AtomicReference<>();
    CurrentMember.as(
        self,
        () -> joined.set(transaction.execute(status -> accept(token, member, welcome, hash))));
    return Optional.ofNullable(joined.get()).orElseThrow(NotPermittedException::new);
  }

  private Joined accept(InvitationToken token, MemberId member, Welcome welcome, String hash) {
    Accepted accepted =
        jdbc.sql(InvitationSql.ACCEPT)
            .param("token", token.sha256())
            .param("member", member.value())
            .param("hash", hash)
            .query((row, number) ->
                new Accepted(
                    new Joined(
                        new MemberId(Columns.uuid(row, "member_id")),
                        row.getString("sign_in_name")),
                    row.getObject("operation_id", UUID.class),
                    row.getString("role")))
            .optional()
            .orElseThrow(NotPermittedException::new);
    events.publishEvent(new MemberJoined(member, welcome.agencyId()));
    if (accepted.operation() != null && accepted.role() != null) {
      events.publishEvent(
          new AccessDecided(
              Optional.of(new OperationId(accepted.operation())),
              "membership",
              "joined by invitation as " + accepted.role(),
              List.of(member)));
    }
    return accepted.joined();
  }
}
