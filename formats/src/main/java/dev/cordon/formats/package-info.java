/**
 * The field's formats, read as streams with bounded memory and exact positions.
 *
 * <p>Takes: bytes as seized. Gives: rows, lines and values with where they lie, or the reason one
 * could not be read. Nothing that is read is ever executed.
 */
@NullMarked
package dev.cordon.formats;

import org.jspecify.annotations.NullMarked;
