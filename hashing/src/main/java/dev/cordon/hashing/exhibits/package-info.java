/**
 * What lies on an exhibit, as an inventory of numbers.
 *
 * <p>Takes: a folder, an archive (zip, tar, tar.gz, 7z) or a disk image (raw, split, E01, by way of
 * The Sleuth Kit's programs). Gives: one line for each file with its place, size, digests, marks of
 * origin or the reason there are none; names apart, since they are sealed text, and perceptual
 * hashes apart, since they can be partly inverted. Contents come through memory and pipes only,
 * nothing is extracted to a path.
 */
@NullMarked
package dev.cordon.hashing.exhibits;

import org.jspecify.annotations.NullMarked;
