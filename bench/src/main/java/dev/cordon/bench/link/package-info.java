/**
 * Measures linkage: accuracy against truth, growth and speed on a million records.
 *
 * <p>Takes: labelled tables. Gives: figures on standard output. Not part of the product.
 */
@NullMarked
package dev.cordon.bench.link;

import org.jspecify.annotations.NullMarked;
