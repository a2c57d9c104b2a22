/**
 * A store of hash lists on a disk, and what it knows of a hash.
 *
 * <p>Takes: files of {@link dev.cordon.formats.lists}. Gives: for a digest or a PDQ hash, every row
 * of every list that holds it, with list, version, category and place. Digests lie sorted in files
 * that are mapped into memory, a hundred million take no heap; perceptual hashes lie in a {@link
 * dev.cordon.kernel.hamming.HammingIndex}. A list is added as a whole or not at all.
 */
@NullMarked
package dev.cordon.hashing.lists;

import org.jspecify.annotations.NullMarked;
