/**
 * The register of seized items: exhibits, seals, hand-overs, and everything done with them until
 * their end.
 *
 * <p>Takes: measures and what was seized in them, sheets of things entered by hand or from a file.
 * Gives: exhibits with their custody, act by act, each bound to an entry of the ledger, and the
 * gaps in it in plain words. Tells: {@code ExhibitSealed}, {@code WorkingCopyMismatched}. What
 * leaves as a report or a bundle is made in {@code custody}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "ledger", "action"})
package dev.cordon.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
