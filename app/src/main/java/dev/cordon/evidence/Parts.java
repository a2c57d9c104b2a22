package dev.cordon.evidence;

import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Exhibits out of exhibits: a disk out of a computer, a heap divided, things joined. What comes out
 * carries the number of what it came from; its custody begins with who held the whole.
 */
@Service
public class Parts {

  private static final int MOST_PARTS = 100;

  private final Access access;
  private final Chain chain;
  private final CustodyAttempts attempts;
  private final Exhibits exhibits;
  private final Register register;

  Parts(
      Access access, Chain chain, CustodyAttempts attempts, Exhibits exhibits, Register register) {
    this.access = access;
    this.chain = chain;
    this.attempts = attempts;
    this.exhibits = exhibits;
    this.register = register;
  }

  /**
   * Takes a part out, which becomes an exhibit of its own.
   *
   * @param sealFound the seal found on the whole
   * @param sealPut the seal put on the whole afterwards
   */
  public Exhibit take(
      OperationId operation,
      UUID whole,
      CustodyActs.Told told,
      Sheet.Line part,
      @Nullable String sealFound,
      @Nullable String sealPut) {
    access.require(operation, Area.EVIDENCE, Right.WRITE);
    require(List.of(part));
    return attempts.on(
        operation,
        whole,
        before -> {
          NewAct act =
              new NewAct(ActKind.PART_TAKEN, told.at())
                  .by(told.by())
                  .saying(told.words())
                  .resealing(sealFound, sealPut);
          chain.check(before, act, told.explanation());
          HandOvers.checkSeal(before, act);
          UUID id = add(operation, before, NewExhibit.Origin.PART, part, told);
          chain.append(operation, before, act.relatedTo(id), Act.ALTERATION);
          return exhibits.get(operation, id);
        });
  }

  /** Divides an exhibit; it is closed and its parts carry on its custody. */
  public List<Exhibit> split(
      OperationId operation,
      UUID whole,
      CustodyActs.Told told,
      List<Sheet.Line> parts,
      @Nullable String sealFound) {
    access.require(operation, Area.EVIDENCE, Right.WRITE);
    if (parts.size() < 2) {
      throw new RefusedException("Dividing gives at least two exhibits; name two or more.");
    }
    require(parts);
    return attempts.on(
        operation,
        whole,
        before -> {
          NewAct act =
              new NewAct(ActKind.SPLIT, told.at())
                  .by(told.by())
                  .saying(told.words())
                  .resealing(sealFound, null)
                  .becoming(ExhibitState.SPLIT);
          chain.check(before, act, told.explanation());
          HandOvers.checkSeal(before, act);
          List<UUID> ids = new ArrayList<>();
          parts.forEach(
              part -> ids.add(add(operation, before, NewExhibit.Origin.SPLIT, part, told)));
          chain.append(operation, before, act, Act.ALTERATION);
          return ids.stream().map(id -> exhibits.get(operation, id)).toList();
        });
  }

  /**
   * Joins exhibits of one holder into a new one; they are closed and it carries on their custody.
   */
  public Exhibit merge(
      OperationId operation, List<UUID> wholes, CustodyActs.Told told, Sheet.Line joined) {
    access.require(operation, Area.EVIDENCE, Right.WRITE);
    // Always locked in one order, so that two who join the same exhibits do not wait for each
    // other.
    List<UUID> ordered = new LinkedHashSet<>(wholes).stream().sorted().toList();
    if (ordered.size() < 2 || ordered.size() > MOST_PARTS) {
      throw new RefusedException("Joining takes 2 to " + MOST_PARTS + " different exhibits.");
    }
    require(List.of(joined));
    return attempts.at(
        operation,
        ordered.getFirst(),
        () -> {
          List<Exhibit> before = ordered.stream().map(one -> chain.lock(operation, one)).toList();
          requireTogether(before);
          List<NewAct> acts = new ArrayList<>();
          for (Exhibit one : before) {
            NewAct act =
                new NewAct(ActKind.MERGED, told.at())
                    .by(told.by())
                    .saying(told.words())
                    .resealing(one.sealNow(), null)
                    .becoming(ExhibitState.MERGED);
            chain.check(one, act, told.explanation());
            acts.add(act);
          }
          Exhibit first = before.getFirst();
          NewExhibit exhibit = derived(first, NewExhibit.Origin.MERGE, joined, told);
          UUID id =
              register.add(
                  operation,
                  exhibit,
                  register.nextNumber(operation, exhibit),
                  "joined from "
                      + String.join(", ", before.stream().map(Exhibit::number).toList()));
          register.cameFrom(operation, id, NewExhibit.Origin.MERGE, before);
          for (int at = 0; at < before.size(); at++) {
            chain.append(operation, before.get(at), acts.get(at).relatedTo(id), Act.COMBINATION);
          }
          return exhibits.get(operation, id);
        });
  }

  /**
   * The same, for one exhibit and others named by their numbers.
   *
   * @param numbers the others' numbers, apart by blanks, commas or lines
   */
  public Exhibit merge(
      OperationId operation,
      UUID exhibit,
      String numbers,
      CustodyActs.Told told,
      Sheet.Line joined) {
    Exhibit first = exhibits.get(operation, exhibit);
    List<UUID> wholes = new ArrayList<>(List.of(exhibit));
    for (String number : numbers.strip().split("[\\s,;]+")) {
      if (!number.isBlank()) {
        wholes.add(exhibits.byNumber(operation, first.agency(), number).id());
      }
    }
    return merge(operation, wholes, told, joined);
  }

  private static void require(List<Sheet.Line> parts) {
    if (parts.size() > MOST_PARTS) {
      throw new RefusedException(
          parts.size() + " parts are named; at most " + MOST_PARTS + " are made at once.");
    }
    List<Sheet.Problem> problems = SheetCheck.ofLines(parts);
    if (!problems.isEmpty()) {
      throw new SheetRefusedException(problems);
    }
  }

  private static void requireTogether(List<Exhibit> wholes) {
    Exhibit first = wholes.getFirst();
    for (Exhibit one : wholes) {
      if (!one.agency().equals(first.agency()) || !Words.same(one.heldBy(), first.heldBy())) {
        throw new RefusedException(
            "Only exhibits of one agency and one holder are joined: "
                + first.number()
                + " is held by "
                + first.heldBy()
                + ", "
                + one.number()
                + " by "
                + one.heldBy()
                + ". Hand them over first.");
      }
    }
  }

  private UUID add(
      OperationId operation,
      Exhibit whole,
      NewExhibit.Origin origin,
      Sheet.Line part,
      CustodyActs.Told told) {
    UUID id =
        register.add(
            operation,
            derived(whole, origin, part, told),
            register.nextPart(operation, whole),
            (origin == NewExhibit.Origin.PART ? "taken out of " : "divided from ")
                + whole.number());
    register.cameFrom(operation, id, origin, List.of(whole));
    return id;
  }

  private static NewExhibit derived(
      Exhibit whole, NewExhibit.Origin origin, Sheet.Line part, CustodyActs.Told told) {
    return new NewExhibit(
        whole.agency(),
        whole.country(),
        whole.seizedAt().atOffset(ZoneOffset.UTC).getYear(),
        origin,
        part.kind().strip(),
        part.classOrSuggested(),
        part.description().strip(),
        Words.orNull(part.ownNumber()),
        Words.orNull(part.serial()),
        part.foundIn() == null ? whole.foundIn() : Words.orNull(part.foundIn()),
        Words.orNull(part.seal()),
        told.at(),
        whole.place(),
        told.by(),
        whole.heldBy(),
        told.at(),
        null,
        null,
        whole.measure(),
        null,
        whole.grounds(),
        null,
        null);
  }
}
