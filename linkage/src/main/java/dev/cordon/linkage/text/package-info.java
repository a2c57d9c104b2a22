/**
 * Comparators of texts: the same Java function for every engine, so that a pair of names has one
 * score wherever the plan runs. Lengths count characters (code points), never bytes.
 *
 * <p>Takes: two texts. Gives: a likeness from 0 to 1, or a number of edits.
 */
@NullMarked
package dev.cordon.linkage.text;

import org.jspecify.annotations.NullMarked;
