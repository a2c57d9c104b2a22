/**
 * The inner works of intake: judging, mapping rows by profiles, counting, finding duplicates.
 *
 * <p>Takes: streams and profiles. Gives: records and balances to the classes of intake.
 */
@NullMarked
package dev.cordon.intake.internal;

import org.jspecify.annotations.NullMarked;
