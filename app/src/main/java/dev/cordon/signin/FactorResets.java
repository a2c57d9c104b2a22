package dev.cordon.signin;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.StepUp;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Resets of lost sign-ins, by two persons.
 *
 * <p>Promises: neither of the two can sign in as the member. Who asks gets a code, who approves
 * gets a link that ends; only with both a new password is chosen, and every second factor is
 * enrolled anew behind it. The approval takes away passkeys, app, recovery codes, bound identities,
 * tokens and known browsers in its own transaction and ends every session with its commit. The
 * member is told at the next sign-in. Does not promise anything when the two act together.
 */
@Service
public class FactorResets {

  /** How long the link can be used. */
  public static final Duration LINK_LIFE = Duration.ofHours(24);

  private static final String WHAT = "sign-in-reset";
  private static final int CODE_SIZE_BYTES = 10;

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final Access access;
  private final StepUp stepUp;
  private final OpenSessions sessions;
  private final Ledger ledger;

  FactorResets(
      JdbcClient jdbc,
      CurrentMember currentMember,
      Access access,
      StepUp stepUp,
      OpenSessions sessions,
      Ledger ledger) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.access = access;
    this.stepUp = stepUp;
    this.sessions = sessions;
    this.ledger = ledger;
  }

  /**
   * Asks, for the administrator; nothing happens before another person approves.
   *
   * @return the code to hand to the member, shown once
   */
  @Transactional
  public String ask(MemberId member, String reason) {
    access.requireAdministrator();
    stepUp.require();
    if (member.equals(currentMember.member())) {
      throw new RefusedException("Nobody asks for the own reset; another administrator does.");
    }
    String name =
        jdbc.sql(FactorResetSql.NAME)
            .param("member", member.value())
            .query(String.class)
            .optional()
            .orElseThrow(NotPermittedException::new);
    UUID id = UUID.randomUUID();
    String code =
        Totp.base32(Digests.random(CODE_SIZE_BYTES))
            .toLowerCase(Locale.ROOT)
            .replaceAll("(.{4})(?!$)", "$1-");
    try {
      jdbc.sql(FactorResetSql.ASK)
          .param("id", id)
          .param("member", member.value())
          .param("name", name)
          .param("reason", reason.strip())
          .param("code", codeDigest(code))
          .update();
    } catch (DataIntegrityViolationException open) {
      throw new RefusedException(
          "A reset of this member's sign-in was asked for already and waits for a second person.");
    }
    ledger.append(
        Entry.ofInstallation(Act.DECISION, WHAT + "-request", reason.strip()).touching(member, id));
    return code;
  }

  /**
   * Approves, and takes away at once all the member signs in with.
   *
   * @return the token of the link to hand to the member, shown once
   */
  @Transactional
  public String approve(UUID id, String reason) {
    FactorReset reset = decidable(id);
    if (reset.askedBy().equals(currentMember.member())) {
      throw new RefusedException("You asked for this yourself; another person has to decide.");
    }
    requireDecider(reset);
    stepUp.require();
    String link = Digests.secret();
    decide(reset, "approved", reason, Digests.sha256(link));
    AfterCommit.run(() -> sessions.endAll(reset.member()));
    return link;
  }

  /** Says no; nothing happens. */
  @Transactional
  public void decline(UUID id, String reason) {
    FactorReset reset = decidable(id);
    if (reset.askedBy().equals(currentMember.member())) {
      throw new RefusedException("You asked for this yourself; take it back instead.");
    }
    requireDecider(reset);
    decide(reset, "declined", reason, null);
  }

  /** Takes the own request back. */
  @Transactional
  public void withdraw(UUID id, String reason) {
    FactorReset reset = decidable(id);
    if (!reset.askedBy().equals(currentMember.member())) {
      throw new RefusedException("Only who asked takes a request back; decline it instead.");
    }
    decide(reset, "withdrawn", reason, null);
  }

  /** One page of the resets the member may see, open ones first; for those who may decide some. */
  @Transactional(readOnly = true)
  public Page<FactorReset> page(int page) {
    if (!jdbc.sql(FactorResetSql.MAY_DECIDE_ANY).query(Boolean.class).single()) {
      throw new NotPermittedException();
    }
    return new Page<>(
        jdbc.sql(FactorResetSql.PAGE)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(FactorResetRows::reset)
            .list(),
        page,
        jdbc.sql(FactorResetSql.COUNT).query(Long.class).single());
  }

  static byte[] codeDigest(String code) {
    return Digests.sha256(
        "reset code " + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", ""));
  }

  private FactorReset decidable(UUID id) {
    FactorReset reset =
        jdbc.sql(FactorResetSql.FIND)
            .param("id", id)
            .query(FactorResetRows::reset)
            .optional()
            .orElseThrow(NotPermittedException::new);
    return switch (reset.state()) {
      case OPEN -> reset;
      case EXPIRED ->
          throw new RefusedException(
              "The time to decide on this is over; it has to be asked anew.");
      case DECLINED, WITHDRAWN, APPROVED, UNUSED, USED -> throw decidedMeanwhile();
    };
  }

  private void requireDecider(FactorReset reset) {
    if (!jdbc.sql(FactorResetSql.MAY_DECIDE)
        .param("member", reset.member().value())
        .query(Boolean.class)
        .single()) {
      throw new NotPermittedException();
    }
  }

  private void decide(FactorReset reset, String decision, String reason, byte @Nullable [] link) {
    int decided;
    try {
      decided =
          jdbc.sql(FactorResetSql.DECIDE)
              .param("id", reset.id())
              .param("member", reset.member().value())
              .param("askedBy", reset.askedBy().value())
              .param("decision", decision)
              .param("reason", reason.strip())
              .param("link", link)
              .param("seconds", LINK_LIFE.toSeconds())
              .update();
    } catch (DataIntegrityViolationException late) {
      throw new RefusedException(
          "The time to decide is over, or the member or who asked has left; it has to be asked"
              + " anew.");
    }
    if (decided == 0) {
      throw decidedMeanwhile();
    }
    ledger.append(
        Entry.ofInstallation(Act.DECISION, WHAT + "-" + decision, reason.strip())
            .touching(reset.member(), reset.id()));
  }

  private static RefusedException decidedMeanwhile() {
    return new RefusedException("This was decided already; nothing was changed.");
  }
}
