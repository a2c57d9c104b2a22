/**
 * Lawful erasure: what is destroyed, by whose decision, and what stays.
 *
 * <p>Takes: a data-protection officer's request and a coordinator's approval. Gives: destroyed
 * openings of ledger entries; further kinds of data follow.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "approval", "ledger", "intake", "keys"})
package dev.cordon.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
