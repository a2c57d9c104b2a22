package dev.cordon.ledger;

/**
 * An event that is also an act on data. Publishing one inside a transaction appends its entry in
 * that transaction; outside of one, publishing fails.
 *
 * <p>A stage either publishes an {@code Audited} event or calls {@link Ledger#append}, never both
 * for one act.
 */
public interface Audited {

  /** The entry to append. */
  Entry entry();
}
