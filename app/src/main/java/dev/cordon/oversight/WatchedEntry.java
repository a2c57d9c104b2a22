package dev.cordon.oversight;

import dev.cordon.ledger.Act;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a watcher sees it: who, when, what kind, why; never what the records hold.
 *
 * @param place in the tree, once it has one
 * @param memberId who acted
 * @param member that person's name, or "a member" where the watcher may not know it
 * @param agency of the member
 * @param recipient the agency that received
 * @param reason why; gone once the opening was destroyed
 * @param records how many records it touched
 */
public record WatchedEntry(
    UUID id,
    @Nullable Long place,
    Instant at,
    Act act,
    String what,
    UUID memberId,
    String member,
    @Nullable String agency,
    @Nullable String recipient,
    @Nullable String reason,
    int records) {}
