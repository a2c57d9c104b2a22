/**
 * Offline tables of reference: where addresses belonged at a time, dated and versioned.
 *
 * <p>Takes: files an operation or an installation brings, and the table shipped with Cordon. Gives:
 * look-ups whose answers name the table by its digest and the row, so that they can be made again
 * years later. Never asks a network.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.cordon.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
