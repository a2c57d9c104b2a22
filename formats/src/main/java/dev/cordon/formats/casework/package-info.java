/**
 * Writes CASE/UCO 1.4.0 as JSON-LD.
 *
 * <p>Takes: what a document says, node by node. Gives: one self-contained document: its context is
 * in it, every node has an id, nothing is nested but facets and hashes. To validate one, use the
 * module {@code formats-case}.
 */
@NullMarked
package dev.cordon.formats.casework;

import org.jspecify.annotations.NullMarked;
