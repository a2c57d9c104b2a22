package dev.cordon.signin;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.AgencyId;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.SignedIn;
import dev.cordon.access.StepUp;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who a member is at its agency's provider: issuer and subject, bound by the member itself. Nobody
 * else binds: who did could sign in as the member.
 */
@Service
public class AgencyIdentities {

  private static final String WHAT = "agency-identity";
  private static final int LONGEST_SUBJECT = 255;

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final StepUp stepUp;
  private final Acting acting;
  private final Ledger ledger;

  AgencyIdentities(
      JdbcClient jdbc, CurrentMember currentMember, StepUp stepUp, Acting acting, Ledger ledger) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.stepUp = stepUp;
    this.acting = acting;
    this.ledger = ledger;
  }

  /** One as the account page shows it. */
  public record Identity(UUID id, String issuer, String subject, Instant boundAt) {}

  /** The identities of the member asking. */
  @Transactional(readOnly = true)
  public List<Identity> all() {
    return jdbc.sql(SignInSql.IDENTITIES)
        .query((row, number) ->
            new Identity(
                Columns.uuid(row, "id"),
                row.getString("issuer"),
                row.getString("subject"),
                Columns.instant(row, "bound_at")))
        .list();
  }

  /** Ends one of the member asking. */
  @Transactional
  public void remove(UUID identity) {
    stepUp.require();
    if (jdbc.sql(SignInSql.REMOVE_IDENTITY).param("id", identity).update() == 1) {
      ledger.append(
          Entry.ofInstallation(Act.ALTERATION, WHAT, "removed by the member")
              .touching(currentMember.member(), identity));
    }
  }

  Optional<MemberId> member(String issuer, String subject) {
    return jdbc.sql(SignInSql.IDENTITY_MEMBER)
        .param("issuer", issuer)
        .param("subject", subject)
        .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
        .single()
        .map(MemberId::new);
  }

  boolean isOf(SignedIn member, SignInSettings.Provider provider) {
    return member.agency().equals(Optional.of(new AgencyId(provider.agency())));
  }

  void bindSelf(SignedIn member, SignInSettings.Provider provider, String subject) {
    acting.run(member, () -> add(member.member(), provider, subject, "bound by the member"));
  }

  private void add(
      MemberId member, SignInSettings.Provider provider, String subject, String reason) {
    if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
      throw new RefusedException(
          "A subject has 1 to 255 characters, as the identity provider writes it.");
    }
    try {
      jdbc.sql(SignInSql.BIND_IDENTITY)
          .param("member", member.value())
          .param("issuer", provider.issuer())
          .param("subject", subject)
          .update();
    } catch (DuplicateKeyException taken) {
      throw new RefusedException("This identity is bound already.");
    }
    ledger.append(Entry.ofInstallation(Act.ALTERATION, WHAT, reason).touching(member));
  }
}
