/**
 * Danger to a child or another person: the facts that point to it, a list of questions, and the
 * package for one subject that leaves before everything else.
 *
 * <p>Takes: confirmed subjects, and what members learn. Gives: facts with their source and age,
 * answers, clashes, urgent packages. Nothing is added up: no score, no rank.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "ledger", "dispatch"})
package dev.cordon.safeguarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
