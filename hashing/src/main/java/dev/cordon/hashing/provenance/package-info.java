/**
 * What files say of their own origin, in words that promise nothing.
 *
 * <p>Takes: {@link dev.cordon.formats.marks.Marks}. Gives: a JSON object, and sentences of the form
 * "carries a mark that says …". A mark is a reason to look, forgeable and easily lost; it never
 * lowers or removes an item.
 */
@NullMarked
package dev.cordon.hashing.provenance;

import org.jspecify.annotations.NullMarked;
