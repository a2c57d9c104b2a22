/**
 * The commands a court can run without a server.
 *
 * <p>Takes: a path. Gives: which checks held and which failed.
 */
@NullMarked
package dev.cordon.cli;

import org.jspecify.annotations.NullMarked;
