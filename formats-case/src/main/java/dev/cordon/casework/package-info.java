/**
 * Whether a file is valid CASE/UCO 1.4.0.
 *
 * <p>Takes: a JSON-LD document. Gives: what its SHACL shapes say of it, and which CASE or UCO terms
 * it uses that there are not. Reads nothing but the document and its own copy of the ontology;
 * opens no connection. To write CASE, use {@code dev.cordon.formats.casework}.
 */
@NullMarked
package dev.cordon.casework;

import org.jspecify.annotations.NullMarked;
