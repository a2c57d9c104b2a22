/**
 * Inventories of media for other programs: VICS 2.0, CASE/UCO, CSV.
 *
 * <p>Takes: {@link dev.cordon.formats.inventories.MediaRecord}, one by one. Gives: a document that
 * is written as it goes, whatever its length. No name of a seized file and no perceptual hash is in
 * any of them.
 */
@NullMarked
package dev.cordon.formats.inventories;

import org.jspecify.annotations.NullMarked;
