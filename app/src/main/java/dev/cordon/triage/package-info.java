/**
 * The files on exhibits, by hash only: known or unknown, the same item elsewhere, a queue.
 *
 * <p>Takes: a CSV of digests for an exhibit, hash lists. Gives: media items, sightings, matches,
 * the victim-identification queue. No pixel, name or path is kept in the clear.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "ground", "ledger", "evidence", "keys"})
package dev.cordon.triage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
