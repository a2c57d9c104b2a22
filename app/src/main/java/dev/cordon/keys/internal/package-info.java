/**
 * The keys as beans.
 *
 * <p>Takes: keys opened before Spring started, or a data directory. Gives: the open keys.
 */
@NullMarked
package dev.cordon.keys.internal;

import org.jspecify.annotations.NullMarked;
