package dev.cordon.evidence;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.AgencyId;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.ledger.Act;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Hand-overs: told by one member; {@link HandOverAnswers} confirm them. What can not have happened
 * is refused and the attempt kept; what should not have happened and did is recorded under its
 * name.
 */
@Service
public class HandOvers {

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final Chain chain;
  private final CustodyAttempts attempts;
  private final HandOverAnswers answers;
  private final Exhibits exhibits;
  private final CustodyClock clock;

  HandOvers(
      JdbcClient jdbc,
      CurrentMember currentMember,
      Chain chain,
      CustodyAttempts attempts,
      HandOverAnswers answers,
      Exhibits exhibits,
      CustodyClock clock) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.chain = chain;
    this.attempts = attempts;
    this.answers = answers;
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
    return attempts.on(operation, exhibit, before -> write(operation, before, told));
  }

  private Exhibit write(OperationId operation, Exhibit before, NewHandOver told) {
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
      answers.add(operation, before, handOver, told.recorder(), true, null, null);
    }
    return exhibits.get(operation, before.id());
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
}
