/**
 * Action days, sites, warrants and measures, reported live from the field.
 *
 * <p>Takes: dispatched packages. Gives: measures (search, arrest, interview) as records, field
 * reports that matched nothing kept open; in {@code day} the day itself. Tells: {@code
 * MeasureReported}.
 *
 * <p>Two ways lead to a measure, and each measure is one row whichever it took. A report from a
 * planned site ({@code day.DayReport}) comes from an officer's device or a site's page and names no
 * person: the site's plan does. A {@link dev.cordon.action.FieldReport} comes from another system,
 * names person and place as the officer wrote them, and a written rule finds the subject. What
 * counts is {@code cordon.standing_measure}, which holds the measures of both.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"web", "access", "approval", "ledger", "dispatch", "correspondence"})
package dev.cordon.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
