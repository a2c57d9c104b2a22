package dev.cordon.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry as those read it who may.
 *
 * @param place in the tree, once it has one
 * @param member who, as the reader may know it
 * @param reason why; gone once the opening was destroyed
 * @param recordCount how many records it touched
 */
public record LedgerEntry(
    EntryId id,
    Optional<Long> place,
    Instant at,
    Act act,
    String what,
    String member,
    Optional<String> reason,
    int recordCount) {}
