/**
 * The register of seized items: exhibits, seals, hand-overs.
 *
 * <p>Takes: measures and what was seized in them. Gives: exhibits with their custody. Tells: {@code
 * ExhibitSealed}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "ledger", "action"})
package dev.cordon.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
