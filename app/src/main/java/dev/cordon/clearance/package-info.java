/**
 * The pages and the API around need to know: the rules for everyone to read, the reason a member
 * states before opening a person's file, emergency openings with their review, handling codes of
 * single records.
 *
 * <p>Takes: what members state and decide. Gives: it to {@code access}, whose rules the database
 * enforces.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access"})
package dev.cordon.clearance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
