/**
 * Hashes of files and search among hashes, alone and without a server.
 *
 * <p>Takes: files and folders; lists of hashes. Gives: digests and perceptual hashes, one line a
 * file; pairs of similar hashes, one line a pair. Pictures are decoded in memory and nothing of
 * them is written anywhere.
 */
@NullMarked
package dev.cordon.hashing;

import org.jspecify.annotations.NullMarked;
