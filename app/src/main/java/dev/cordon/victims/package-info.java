/**
 * Identified victims: a number and a country in the rows, names and places sealed.
 *
 * <p>Takes: what victim identification found out. Gives: numbers and countries to the coordinator;
 * one child's sealed values to victim identification, with reason and legal basis.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "ledger", "ground", "evidence", "keys"})
package dev.cordon.victims;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
