package dev.cordon.evidence;

import dev.cordon.Columns;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.Ledger;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The custody of exhibits, act by act. One act on an exhibit at a time: whoever comes second waits
 * and then sees what the first did.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Chain {

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final CustodyClock clock;

  Chain(JdbcClient jdbc, CurrentMember currentMember, Ledger ledger, CustodyClock clock) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The exhibit as it stands, and nobody else acts on it until the transaction ends. */
  Exhibit lock(OperationId operation, UUID exhibit) {
    find(operation, exhibit);
    jdbc.sql(CustodySql.LOCK).param("exhibit", exhibit.toString()).query(String.class).optional();
    return find(operation, exhibit);
  }

  private Exhibit find(OperationId operation, UUID exhibit) {
    return jdbc.sql(EvidenceSql.FIND)
        .param("operation", operation.value())
        .param("exhibit", exhibit)
        .query(EvidenceRows::exhibit)
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /**
   * Looks whether the act can be: nothing happens to what is gone, before its last act or in the
   * future; what only says something about it may be told later. What may be so all the same is
   * noted on the act when it is explained.
   */
  void check(Exhibit exhibit, NewAct act, @Nullable String explanation) {
    act.explanation = Words.orNull(explanation);
    boolean told = !act.kind.touches() && !act.at.isAfter(exhibit.lastAt());
    if (exhibit.state().isClosed() && !told) {
      throw new IrregularHandOverException(
          exhibit.number(),
          Irregularity.NO_MORE_HELD,
          "It was " + exhibit.state().label() + " on " + exhibit.lastAt() + ".");
    }
    Instant now = clock.now();
    Instant latest = now.isBefore(exhibit.lastRecordedAt()) ? exhibit.lastRecordedAt() : now;
    if (now.isBefore(exhibit.lastRecordedAt())) {
      act.irregularities.add(Irregularity.CLOCK_WENT_BACK.label());
    }
    if (act.at.isAfter(latest)) {
      throw new IrregularHandOverException(
          exhibit.number(), Irregularity.IN_THE_FUTURE, act.at + " has not come yet.");
    }
    if (act.kind.touches() && act.at.isBefore(exhibit.lastAt())) {
      note(
          exhibit,
          act,
          Irregularity.BEFORE_LAST,
          act.at + " lies before the last act on it, " + exhibit.lastAt() + ".");
    }
  }

  /** Names an irregularity on an explained act, and refuses one that is not explained. */
  static void note(Exhibit exhibit, NewAct act, Irregularity irregularity, String detail) {
    if (!irregularity.isRecordable() || act.explanation == null) {
      throw new IrregularHandOverException(exhibit.number(), irregularity, detail);
    }
    act.irregularities.add(irregularity.label());
  }

  /** The first act of an exhibit: it is in the register. */
  void open(OperationId operation, NewExhibit exhibit, UUID id, String number, String words) {
    NewAct act =
        new NewAct(ActKind.REGISTERED, exhibit.at())
            .at(exhibit.place())
            .saying(words)
            .by(exhibit.officer());
    act.location = exhibit.location();
    Standing after =
        new Standing(
            exhibit.holder(), exhibit.heldSince(), exhibit.seal(), true, ExhibitState.HELD);
    write(
        operation, new Place(id, exhibit.agency().value(), number, 1), act, after, Act.COLLECTION);
  }

  /** Records an act on an exhibit that {@link #lock} gave. */
  UUID append(OperationId operation, Exhibit before, NewAct act, Act kind) {
    Standing after =
        new Standing(
            act.holder == null ? before.heldBy() : act.holder,
            act.holder == null ? before.heldSince() : act.at,
            act.changesSeal ? act.seal : before.sealNow(),
            act.location != null || act.kind == ActKind.HANDED_OVER,
            act.state == null ? before.state() : act.state);
    Place place =
        new Place(before.id(), before.agency().value(), before.number(), before.acts() + 1);
    return write(operation, place, act, after, kind);
  }

  /** Which act of which exhibit. */
  private record Place(UUID exhibit, UUID agency, String exhibitNumber, int number) {}

  /** What stands after an act. */
  private record Standing(
      String holder, Instant heldSince, @Nullable String seal, boolean moves, ExhibitState state) {}

  private UUID write(
      OperationId operation, Place place, NewAct act, Standing after, Act ledgerAct) {
    Instant now = clock.now();
    String statement = statement(operation, place, act, after, now);
    String digest = Sha256.hex(statement.getBytes(StandardCharsets.UTF_8));
    EntryId entry =
        ledger.append(
            Entry.of(operation, ledgerAct, what(act.kind), reason(act))
                .touching(place.exhibit(), "statement sha256:" + digest));
    UUID id = UUID.randomUUID();
    CustodyAct.Order order = act.order;
    jdbc.sql(CustodySql.ADD_ACT)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", place.agency())
        .param("exhibit", place.exhibit())
        .param("number", place.number())
        .param("kind", act.kind.text())
        .param("at", Columns.parameter(act.at))
        .param("place", act.place)
        .param("words", act.words)
        .param("person", act.person)
        .param("sealBefore", act.sealBefore)
        .param("handOver", act.handOver, Types.OTHER)
        .param("related", act.related, Types.OTHER)
        .param("authority", order == null ? null : order.authority())
        .param("reference", order == null ? null : order.reference())
        .param("orderDate", order == null ? null : order.date(), Types.DATE)
        .param("irregularities", act.irregularities.toArray(String[]::new))
        .param("explanation", act.irregularities.isEmpty() ? null : act.explanation)
        .param("holder", after.holder())
        .param("heldSince", Columns.parameter(after.heldSince()))
        .param("seal", after.seal())
        .param("moves", after.moves())
        .param("location", act.location, Types.OTHER)
        .param("state", after.state().text())
        .param("statement", statement)
        .param("entry", entry.value())
        .param("member", currentMember.member().value())
        .param("now", Columns.parameter(now))
        .update();
    return id;
  }

  private static String what(ActKind kind) {
    if (kind == ActKind.REGISTERED) {
      return "exhibit";
    }
    return kind == ActKind.HANDED_OVER ? "hand-over" : "custody-act";
  }

  private static String reason(NewAct act) {
    return act.words == null ? act.kind.label() : act.words;
  }

  private static String statement(
      OperationId operation, Place place, NewAct act, Standing after, Instant now) {
    CustodyAct.Order order = act.order;
    return String.join(
        "\n",
        "cordon-custody 1",
        "operation " + operation,
        "exhibit " + place.exhibit(),
        "number " + place.exhibitNumber(),
        "act " + place.number(),
        "kind " + act.kind.text(),
        "at " + act.at.truncatedTo(ChronoUnit.MICROS),
        "recorded-at " + now,
        "place " + Words.line(act.place),
        "words " + Words.line(act.words),
        "person " + Words.line(act.person),
        "seal-found " + Words.line(act.sealBefore),
        "hand-over " + (act.handOver == null ? "-" : act.handOver),
        "related " + (act.related == null ? "-" : act.related),
        "order "
            + (order == null
                ? "-"
                : Words.line(order.authority() + ", " + order.reference() + ", " + order.date())),
        "irregularities "
            + (act.irregularities.isEmpty() ? "-" : String.join(", ", act.irregularities)),
        "holder " + Words.line(after.holder()),
        "seal " + Words.line(after.seal()),
        "state " + after.state().text(),
        "");
  }
}
