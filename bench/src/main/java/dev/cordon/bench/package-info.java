/**
 * Page times of a large invented installation under row-level security.
 *
 * <p>Takes: a number of records, users, seconds. Gives: percentiles for each kind of page, checked
 * answers, memory and processor time.
 */
@NullMarked
package dev.cordon.bench;

import org.jspecify.annotations.NullMarked;
