package dev.cordon.evidence;

import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import dev.cordon.ledger.Act;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What else is done with an exhibit in custody: places, seals, notes, and its end. */
@Service
public class CustodyActs {

  private final Chain chain;
  private final CustodyAttempts attempts;
  private final Exhibits exhibits;

  CustodyActs(Chain chain, CustodyAttempts attempts, Exhibits exhibits) {
    this.chain = chain;
    this.attempts = attempts;
    this.exhibits = exhibits;
  }

  /** When, by whom and why an act happened. */
  public record Told(Instant at, String by, String words, @Nullable String explanation) {}

  private Exhibit act(
      OperationId operation,
      UUID exhibit,
      @Nullable String explanation,
      Act kind,
      Function<Exhibit, NewAct> told) {
    return attempts.on(
        operation,
        exhibit,
        before -> {
          NewAct act = told.apply(before);
          chain.check(before, act, explanation);
          if (act.changesSeal) {
            HandOvers.checkSeal(before, act);
          }
          chain.append(operation, before, act, kind);
          return exhibits.get(operation, exhibit);
        });
  }

  /** It is kept elsewhere from then on, without changing hands. */
  public Exhibit move(OperationId operation, UUID exhibit, Told told, UUID location) {
    return act(
        operation,
        exhibit,
        told.explanation(),
        Act.ALTERATION,
        before ->
            new NewAct(ActKind.MOVED, told.at())
                .by(told.by())
                .saying(told.words())
                .keptAt(location));
  }

  /**
   * The seal was opened, put on, or changed, without changing hands.
   *
   * @param found the seal found on it; null for none
   * @param put the seal put on it; null for none
   */
  public Exhibit reseal(
      OperationId operation,
      UUID exhibit,
      Told told,
      @Nullable String found,
      @Nullable String put) {
    ActKind kind = Words.orNull(put) == null ? ActKind.SEAL_OPENED : ActKind.SEALED;
    return act(
        operation,
        exhibit,
        told.explanation(),
        Act.ALTERATION,
        before ->
            new NewAct(kind, told.at()).by(told.by()).saying(told.words()).resealing(found, put));
  }

  /** What was seen of its state. */
  public Exhibit note(OperationId operation, UUID exhibit, Told told) {
    return act(
        operation,
        exhibit,
        told.explanation(),
        Act.ALTERATION,
        before -> new NewAct(ActKind.NOTED, told.at()).by(told.by()).saying(told.words()));
  }

  /** The warrant or other grounds it was seized on, named later. */
  public Exhibit nameGrounds(OperationId operation, UUID exhibit, Told told) {
    return act(
        operation,
        exhibit,
        told.explanation(),
        Act.ALTERATION,
        before -> new NewAct(ActKind.GROUNDS, told.at()).by(told.by()).saying(told.words()));
  }

  /**
   * How an exhibit leaves custody.
   *
   * @param kind returned, forfeited or destroyed
   * @param to to whom it is given back; for the others, who carried it out or witnessed it
   */
  public Exhibit dispose(
      OperationId operation,
      UUID exhibit,
      ActKind kind,
      Told told,
      String to,
      CustodyAct.Order order,
      @Nullable String sealFound) {
    ExhibitState next = end(kind);
    return act(
        operation,
        exhibit,
        told.explanation(),
        Act.DECISION,
        before -> {
          requireNew(before, next);
          NewAct act =
              new NewAct(kind, told.at()).by(to).saying(told.words()).ordered(order).becoming(next);
          if (next == ExhibitState.FORFEITED) {
            return act;
          }
          act.resealing(sealFound, next == ExhibitState.RETURNED ? null : before.sealNow());
          return next == ExhibitState.RETURNED ? act.heldBy(to) : act;
        });
  }

  private static ExhibitState end(ActKind kind) {
    if (kind == ActKind.RETURNED) {
      return ExhibitState.RETURNED;
    }
    if (kind == ActKind.FORFEITED) {
      return ExhibitState.FORFEITED;
    }
    if (kind == ActKind.DESTROYED) {
      return ExhibitState.DESTROYED;
    }
    throw new IllegalArgumentException(kind + " is no way in which custody ends");
  }

  private static void requireNew(Exhibit exhibit, ExhibitState next) {
    if (exhibit.state() == next) {
      throw new RefusedException(exhibit.number() + " is " + next.label() + " already.");
    }
  }
}
