package dev.cordon.erasure;

import dev.cordon.access.OperationId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An order and how far it is carried out.
 *
 * @param number as people call it: E-0001
 * @param state how far it is; from {@link State#APPROVED} on nobody sees what it concerns
 * @param lifts the number of the restriction it ends
 * @param liftedAt when another order ended this one
 */
public record ErasureOrder(
    OrderId id,
    OperationId operation,
    String number,
    OrderKind kind,
    Ordered ordered,
    Chosen.By chosenBy,
    State state,
    String enteredBy,
    Instant enteredAt,
    Optional<String> approvedBy,
    Optional<Instant> approvedAt,
    Optional<Instant> doneAt,
    Optional<String> lifts,
    Optional<Instant> liftedAt,
    boolean certified) {

  /** How far an order is; each state is reached once and never left backwards. */
  public enum State {
    /** Nothing has happened yet. */
    ENTERED,
    /** Hidden from every reader; the database's part has happened. */
    APPROVED,
    /** The vault's own list hides the rows. */
    LISTED,
    /** Records and texts are written anew without what was erased. */
    REWRITTEN,
    /** The tables' files are written anew. */
    VACUUMED,
    /** Carried out. */
    DONE;

    /** As the database writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Read from what the database writes. */
    public static State of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  /** What a request to approve it names. */
  public String target() {
    return target(id);
  }

  static String target(OrderId id) {
    return "order " + id;
  }
}
