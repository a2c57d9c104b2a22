/**
 * Digests over streams.
 *
 * <p>Takes: bytes. Gives: SHA-256 values. The JDK alone.
 */
@NullMarked
package dev.cordon.kernel.digest;

import org.jspecify.annotations.NullMarked;
