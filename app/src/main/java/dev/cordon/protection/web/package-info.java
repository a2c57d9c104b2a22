/**
 * The pages on a person's category, facts and assessments, and on the clocks.
 *
 * <p>Takes: forms of members who decide. Gives: what stands, and since when.
 */
@NullMarked
package dev.cordon.protection.web;

import org.jspecify.annotations.NullMarked;
