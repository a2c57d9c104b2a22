/**
 * Page times of a large invented installation under row-level security, intake by form of file, and
 * the ledger's files.
 *
 * <p>Takes: a number of records, users, seconds. Gives: percentiles for each kind of page, checked
 * answers, memory and processor time. For intake: rows a second beside other programs, checked
 * counts, memory at its most for three sizes.
 */
@NullMarked
package dev.cordon.bench;

import org.jspecify.annotations.NullMarked;
