/**
 * Runs a model on an engine: records in, trained parameters, scored pairs and clusters out.
 *
 * <p>Takes: a model, an engine, rows of texts. Gives: {@link dev.cordon.linkage.link.Linked}.
 */
@NullMarked
package dev.cordon.linkage.link;

import org.jspecify.annotations.NullMarked;
