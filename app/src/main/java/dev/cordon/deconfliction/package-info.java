/**
 * Hit or no hit with other agencies' subjects, sites and times, without showing lists.
 *
 * <p>Takes: subjects and planned sites. Gives: inquiries and overlaps. Tells: {@code OverlapFound}.
 * Holds nothing yet: its stage comes with the overlap protocol; the package keeps its place in the
 * order of the data.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "ledger", "attribution"})
package dev.cordon.deconfliction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
