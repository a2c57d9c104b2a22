/**
 * Values in PHP's serialised form, as forums and shops keep them in text columns.
 *
 * <p>Takes: bytes. Gives: a tree of plain values, or the reason it could not be read. No object is
 * ever made: a serialised object is its fields.
 */
@NullMarked
package dev.cordon.formats.php;

import org.jspecify.annotations.NullMarked;
