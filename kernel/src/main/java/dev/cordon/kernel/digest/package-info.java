/**
 * Digests over streams.
 *
 * <p>Takes: bytes. Gives: SHA-256 values, or MD5, SHA-1 and SHA-256 from one reading. The JDK
 * alone.
 */
@NullMarked
package dev.cordon.kernel.digest;

import org.jspecify.annotations.NullMarked;
