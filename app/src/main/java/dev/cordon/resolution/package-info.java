/**
 * Records become subjects: proposed links explained, decided by a named person, reversible.
 *
 * <p>Takes: records. Gives: proposals, judgements, subjects. Tells: {@code SubjectConfirmed}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "ledger", "intake", "reference"})
package dev.cordon.resolution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
