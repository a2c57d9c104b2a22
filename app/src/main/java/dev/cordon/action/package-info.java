/**
 * Action days, sites, warrants and measures, reported live from the field.
 *
 * <p>Takes: dispatched packages. Gives: measures (search, arrest, interview) as records, field
 * reports that matched nothing kept open; in {@code day} the day itself. Tells: {@code
 * MeasureReported}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"web", "access", "approval", "ledger", "dispatch", "correspondence"})
package dev.cordon.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
