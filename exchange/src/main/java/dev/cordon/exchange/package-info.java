/**
 * Packages that travel by any channel: manifest, signature, offline verification.
 *
 * <p>Takes: files and a key. Gives: a package folder, or the check that failed.
 */
@NullMarked
package dev.cordon.exchange;

import org.jspecify.annotations.NullMarked;
