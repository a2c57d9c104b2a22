/**
 * Seized and returned files become sealed sources and records whose counts balance.
 *
 * <p>Takes: files, as seized or returned, and what investigators know of them. Gives: sealed
 * sources, records with their source and row, quarantine with reasons. Tells: {@code SourceSealed},
 * {@code SourceRetaken}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "ledger", "ground", "keys"})
package dev.cordon.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
