/**
 * Which country a subject belongs to, with the evidence for each; a person confirms.
 *
 * <p>Takes: subjects and their records. Gives: attributions with evidence. Tells: {@code
 * SubjectAttributed}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"web", "access", "ledger", "intake", "reference", "resolution", "law"})
package dev.cordon.attribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
