/**
 * Exact search by Hamming distance over codes of 256 bits.
 *
 * <p>Takes: codes, a radius. Gives: every stored code within the radius, none left out. Use {@link
 * dev.cordon.kernel.hamming.HammingIndex} for many queries over one set; {@link
 * dev.cordon.kernel.hamming.Code256#distance} for a single pair. The JDK alone.
 */
@NullMarked
package dev.cordon.kernel.hamming;

import org.jspecify.annotations.NullMarked;
