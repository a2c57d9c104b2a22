/**
 * Watching over those who read and decide: the ledger searched, reading patterns found by written
 * rules, and what the data-protection officer hands out.
 *
 * <p>Takes: the ledger's entries; the case only where a second person has released it. Gives: lists
 * of entries, findings a person looks at, extracts and exports with their manifest.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "ledger", "approval", "ground", "law"})
package dev.cordon.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
