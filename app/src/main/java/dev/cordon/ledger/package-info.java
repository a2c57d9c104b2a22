/**
 * Every act on data as a typed entry in a Merkle tree outsiders can verify.
 *
 * <p>Takes: acts (collection, alteration, consultation, disclosure, combination, erasure, decision)
 * in the transaction of the change they record. Gives: entries, checkpoints.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "ground"})
package dev.cordon.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
