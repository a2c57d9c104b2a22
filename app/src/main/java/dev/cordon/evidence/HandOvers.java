package dev.cordon.evidence;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import java.sql.Types;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Hand-overs: told by one member, confirmed by giver and taker. What can not have happened is
 * refused and the attempt kept; what should not have happened and did is recorded under its name.
 */
@Service
public class HandOvers {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Chain chain;
  private final CustodyAttempts attempts;
  private final Exhibits exhibits;
  private final CustodyClock clock;

  HandOvers(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Chain chain,
      CustodyAttempts attempts,
      Exhibits exhibits,
      CustodyClock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.chain = chain;
    this.attempts = attempts;
    this.exhibits = exhibits;
    this.clock = clock;
  }

  /**
   * Records that an exhibit changed hands.
   *
   * @throws IrregularHandOverException naming what can not be; the exhibit is as it was, the
   *     attempt is kept
   */
  public Exhibit record(OperationId operation, UUID exhibit, NewHandOver told) {
    access.require(operation, Area.EVIDENCE, Right.WRITE);
    return attempts.at(operation, exhibit, () -> write(operation, exhibit, told));
  }

  private Exhibit write(OperationId operation, UUID exhibit, NewHandOver told) {
    Exhibit before = chain.lock(operation, exhibit);
    requireUnchanged(before, told.acts());
    NewAct act =
        new NewAct(ActKind.HANDED_OVER, told.at())
            .at(told.place())
            .saying(purpose(told))
            .by(told.to())
            .resealing(told.sealBefore(), told.sealAfter())
            .heldBy(told.to())
            .keptAt(told.location());
    chain.check(before, act, told.explanation());
    check(before, told, act);
    UUID handOver = UUID.randomUUID();
    add(operation, before, told, handOver);
    chain.append(operation, before, act.about(handOver), Act.ALTERATION);
    if (told.recorder() != null) {
      addAnswer(operation, before, handOver, told.recorder(), true, null, null);
    }
    return exhibits.get(operation, exhibit);
  }

  static void requireUnchanged(Exhibit exhibit, @Nullable Integer acts) {
    if (acts != null && acts != exhibit.acts()) {
      throw new IrregularHandOverException(
          exhibit.number(),
          Irregularity.CHANGED_MEANWHILE,
          "Since you opened the page "
              + (exhibit.acts() - acts)
              + " more acts were recorded on it; "
              + exhibit.heldBy()
              + " holds it now. Look at them and record yours anew.");
    }
  }

  private static String purpose(NewHandOver told) {
    String condition = Words.orNull(told.condition());
    return condition == null ? told.purpose() : told.purpose() + "; condition: " + condition;
  }

  private void check(Exhibit exhibit, NewHandOver told, NewAct act) {
    if (Words.same(told.from(), told.to())) {
      throw new IrregularHandOverException(
          exhibit.number(),
          Irregularity.SAME_PERSON,
          "Giver and taker are both " + told.to() + ".");
    }
    if (told.toAgency() != null) {
      requireOpen(exhibit, told.toAgency());
    }
    if (!Words.same(exhibit.heldBy(), told.from())) {
      Chain.note(
          exhibit,
          act,
          Irregularity.NOT_THE_HOLDER,
          exhibit.heldBy()
              + " holds it since "
              + exhibit.heldSince()
              + ", not "
              + told.from()
              + ".");
    }
    checkSeal(exhibit, act);
  }

  /** The seal found must be the one it was last given. */
  static void checkSeal(Exhibit exhibit, NewAct act) {
    if (!Words.sameSeal(exhibit.sealNow(), act.sealBefore)) {
      Chain.note(
          exhibit,
          act,
          Irregularity.SEAL_DIFFERS,
          "It should carry "
              + Words.seal(exhibit.sealNow())
              + ", found was "
              + Words.seal(act.sealBefore)
              + ".");
    }
  }

  private record Receiver(String name, boolean closed) {}

  private void requireOpen(Exhibit exhibit, AgencyId agency) {
    Receiver receiver =
        jdbc.sql(CustodySql.AGENCY)
            .param("agency", agency.value())
            .query((row, number) -> new Receiver(row.getString("name"), row.getBoolean("closed")))
            .optional()
            .orElseThrow(() -> new RefusedException("The agency it goes to is not known here."));
    if (receiver.closed()) {
      throw new IrregularHandOverException(
          exhibit.number(),
          Irregularity.CLOSED_AGENCY,
          receiver.name() + " is closed; choose the agency that took its exhibits over.");
    }
  }

  private void add(OperationId operation, Exhibit before, NewHandOver told, UUID id) {
    jdbc.sql(CustodySql.ADD_HAND_OVER)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", before.agency().value())
        .param("exhibit", before.id())
        .param("sequence", before.handOvers() + 1)
        .param("from", told.from())
        .param("to", told.to())
        .param("toAgency", told.toAgency() == null ? null : told.toAgency().value(), Types.OTHER)
        .param("place", told.place())
        .param("purpose", told.purpose())
        .param("at", Columns.parameter(told.at()))
        .param("sealBefore", Words.orNull(told.sealBefore()))
        .param("sealAfter", Words.orNull(told.sealAfter()))
        .param("condition", Words.orNull(told.condition()))
        .param("member", currentMember.member().value())
        .param("now", Columns.parameter(clock.now()))
        .update();
  }

  /**
   * Giver or taker say that it was so, or that it was not.
   *
   * @param paper the signed paper's reference, where the party has no account here
   * @param words what was different; needed for a dispute
   */
  public void answer(
      OperationId operation,
      UUID exhibit,
      UUID handOver,
      HandOver.Party party,
      boolean confirmed,
      @Nullable String paper,
      @Nullable String words) {
    access.require(operation, Area.EVIDENCE, Right.WRITE);
    attempts.at(
        operation,
        exhibit,
        () -> {
          Exhibit before = chain.lock(operation, exhibit);
          HandOver told =
              exhibits.custody(operation, exhibit).stream()
                  .filter(one -> one.id().equals(handOver))
                  .findFirst()
                  .orElseThrow(NoSuchElementException::new);
          answer(operation, before, told, party, confirmed, paper, words);
          return exhibits.get(operation, exhibit);
        });
  }

  private void answer(
      OperationId operation,
      Exhibit before,
      HandOver told,
      HandOver.Party party,
      boolean confirmed,
      @Nullable String paper,
      @Nullable String words) {
    if (told.isAnswered(party)) {
      throw new RefusedException(
          "The " + name(party) + " has answered for this hand-over already.");
    }
    if (!confirmed && Words.orNull(words) == null) {
      throw new RefusedException("Say what was different from what the hand-over says.");
    }
    NewAct act =
        new NewAct(confirmed ? ActKind.CONFIRMED : ActKind.DISPUTED, clock.now())
            .saying(said(told, party, confirmed, paper, words))
            .by(party == HandOver.Party.GIVER ? told.from() : told.to())
            .about(told.id());
    boolean last = told.sequence() == before.handOvers();
    if (!confirmed && party == HandOver.Party.TAKER && last && !before.state().isClosed()) {
      act.heldBy(told.from());
    }
    chain.append(operation, before, act, Act.DECISION);
    addAnswer(operation, before, told.id(), party, confirmed, paper, words);
  }

  private static String said(
      HandOver told,
      HandOver.Party party,
      boolean confirmed,
      @Nullable String paper,
      @Nullable String words) {
    return "hand-over "
        + told.sequence()
        + (confirmed ? " confirmed" : " disputed")
        + " for the "
        + name(party)
        + (Words.orNull(paper) == null ? ", signed in" : ", on paper " + paper)
        + (Words.orNull(words) == null ? "" : ": " + words);
  }

  private static String name(HandOver.Party party) {
    return party.name().toLowerCase(Locale.ROOT);
  }

  private void addAnswer(
      OperationId operation,
      Exhibit exhibit,
      UUID handOver,
      HandOver.Party party,
      boolean confirmed,
      @Nullable String paper,
      @Nullable String words) {
    String reference = Words.orNull(paper);
    try {
      jdbc.sql(CustodySql.ADD_ANSWER)
          .param("id", UUID.randomUUID())
          .param("operation", operation.value())
          .param("agency", exhibit.agency().value())
          .param("exhibit", exhibit.id())
          .param("handOver", handOver)
          .param("party", name(party))
          .param("answer", confirmed ? "confirmed" : "disputed")
          .param("way", reference == null ? "signed_in" : "on_paper")
          .param("paper", reference)
          .param("words", Words.orNull(words))
          .param("member", currentMember.member().value())
          .param("now", Columns.parameter(clock.now()))
          .update();
    } catch (DuplicateKeyException already) {
      String detail = String.valueOf(already.getMessage());
      throw new RefusedException(
          detail.contains("two_members")
              ? "You answered for the other side of this hand-over already. Giver and taker are two"
                  + " persons: let the other one sign in, or name the signed paper."
              : "The " + name(party) + " has answered for this hand-over already.");
    }
  }
}
