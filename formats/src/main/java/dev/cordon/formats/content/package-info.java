/**
 * What bytes are, by their content: packed files, media, text; unpacking within limits.
 *
 * <p>Takes: bytes of files and values. Gives: their kind, whether they hold media, their unpacked
 * stream. Media are found by signature and never decoded.
 */
@NullMarked
package dev.cordon.formats.content;

import org.jspecify.annotations.NullMarked;
