/**
 * What providers return as JSON, read as a stream of records.
 *
 * <p>Takes: bytes. Gives: the elements of every list of objects, with their place and the fields of
 * the object they stand in.
 */
@NullMarked
package dev.cordon.formats.returns;

import org.jspecify.annotations.NullMarked;
