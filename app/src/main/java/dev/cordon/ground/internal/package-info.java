/**
 * The embedded PostgreSQL, its first set-up, migration, and wiring.
 *
 * <p>Takes: an open data directory. Gives: a running server with two roles and Cordon's schema.
 */
@NullMarked
package dev.cordon.ground.internal;

import org.jspecify.annotations.NullMarked;
