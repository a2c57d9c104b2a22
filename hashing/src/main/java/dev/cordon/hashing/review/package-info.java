/**
 * What is said of an inventory's items once they are there: matches with lists, groups of near
 * duplicates, series, an order to look at them.
 *
 * <p>Takes: one or several folders an inventory lies in, a {@link
 * dev.cordon.hashing.lists.ListStore}. Gives: {@code matches.jsonl}, {@code groups.jsonl}, {@code
 * series.jsonl}, {@code review.jsonl}, exports. Everything can be made anew at any time from the
 * inventory. Every item stands in the order, whatever a list or mark says; none of the files holds
 * a name or a perceptual hash.
 */
@NullMarked
package dev.cordon.hashing.review;

import org.jspecify.annotations.NullMarked;
