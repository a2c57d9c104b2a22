/**
 * Sealing of paths.
 *
 * <p>Takes: a path. Gives: a keyed digest, which says whether two paths are the same and nothing
 * else.
 */
@NullMarked
package dev.cordon.triage.internal;

import org.jspecify.annotations.NullMarked;
