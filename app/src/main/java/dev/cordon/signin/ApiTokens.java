package dev.cordon.signin;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.StepUp;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens by which a program acts as the member asking: named, ending, shown once, kept as a digest.
 * A token is never fresh proof, so acts that need one stay with the person.
 */
@Service
public class ApiTokens {

  /** The longest a token lives. */
  public static final int MOST_DAYS = 90;

  private static final String PREFIX = "cordon_";
  private static final String WHAT = "api-token";
  private static final int MOST_OF_A_MEMBER = 20;

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final StepUp stepUp;
  private final Ledger ledger;

  ApiTokens(JdbcClient jdbc, CurrentMember currentMember, StepUp stepUp, Ledger ledger) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.stepUp = stepUp;
    this.ledger = ledger;
  }

  /** A token as the account page shows it. */
  public record ApiToken(
      UUID id, String label, Instant addedAt, Instant endsAt, @Nullable Instant lastUsedAt) {}

  /** Makes one; what comes back is shown once and never again. */
  @Transactional
  public String make(String label, int days) {
    stepUp.require();
    String name = label.strip();
    if (name.isEmpty() || name.length() > 100 || days < 1 || days > MOST_DAYS) {
      throw new RefusedException(
          "A token has a name of 1 to 100 characters and lives 1 to " + MOST_DAYS + " days.");
    }
    if (all().size() >= MOST_OF_A_MEMBER) {
      throw new RefusedException(
          "You have " + MOST_OF_A_MEMBER + " tokens, which is the most. Revoke one first.");
    }
    String token = PREFIX + Digests.secret();
    UUID id = UUID.randomUUID();
    jdbc.sql(SignInSql.ADD_TOKEN)
        .param("id", id)
        .param("label", name)
        .param("digest", Digests.sha256(token))
        .param("days", days)
        .update();
    ledger.append(
        Entry.ofInstallation(Act.ALTERATION, WHAT, "made by the member for " + days + " days")
            .touching(currentMember.member(), id));
    return token;
  }

  /** The member's tokens that count. */
  @Transactional(readOnly = true)
  public List<ApiToken> all() {
    return jdbc.sql(SignInSql.TOKENS)
        .query((row, number) ->
            new ApiToken(
                Columns.uuid(row, "id"),
                row.getString("label"),
                Columns.instant(row, "added_at"),
                Columns.instant(row, "ends_at"),
                Columns.instantOrNull(row, "last_used_at")))
        .list();
  }

  /** Ends one at once. */
  @Transactional
  public void revoke(UUID token) {
    if (jdbc.sql(SignInSql.REVOKE_TOKEN).param("id", token).update() == 1) {
      ledger.append(
          Entry.ofInstallation(Act.ALTERATION, WHAT, "revoked by the member")
              .touching(currentMember.member(), token));
    }
  }

  /** Ends all of the member's, because what it signs in with was changed. */
  @Transactional
  void revokeAll() {
    List<UUID> revoked =
        jdbc.sql(SignInSql.REVOKE_ALL_TOKENS)
            .query((row, number) -> Columns.uuid(row, "id"))
            .list();
    if (!revoked.isEmpty()) {
      ledger.append(
          Entry.ofInstallation(Act.ALTERATION, WHAT, "revoked with the change of the sign-in")
              .touching(revoked));
    }
  }

  /** Whose token this is, while it counts. */
  Optional<MemberId> member(String token) {
    if (!token.matches(PREFIX + "[A-Za-z0-9_-]{43}")) {
      return Optional.empty();
    }
    byte[] digest = Digests.sha256(token);
    UUID member =
        jdbc.sql(SignInSql.TOKEN_MEMBER)
            .param("digest", digest)
            .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
            .single()
            .orElse(null);
    if (member == null) {
      return Optional.empty();
    }
    jdbc.sql(SignInSql.TOKEN_USED).param("digest", digest).query((row, number) -> number).list();
    return Optional.of(new MemberId(member));
  }
}
