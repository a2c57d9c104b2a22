/**
 * The action day as it is planned, ordered, reported and looked back on.
 *
 * <p>Takes: sites of an action day, orders of coordinators and officers, reports from devices in
 * the field. Gives: one sequence for each site, whatever order its reports came in; the board, live
 * and as it was at any minute; what is owed to persons afterwards. What names a person or a place
 * is the owning agency's alone.
 */
@NullMarked
package dev.cordon.action.day;

import org.jspecify.annotations.NullMarked;
