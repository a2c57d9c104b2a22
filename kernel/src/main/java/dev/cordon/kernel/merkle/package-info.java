/**
 * The ledger's tree and its proofs, by RFC 6962, and signed notes, by C2SP.
 *
 * <p>Takes: entries' bytes, keys. Gives: root hashes, proofs, checkpoints, and a verdict on each
 * with the check that failed. The JDK alone.
 */
@NullMarked
package dev.cordon.kernel.merkle;

import org.jspecify.annotations.NullMarked;
