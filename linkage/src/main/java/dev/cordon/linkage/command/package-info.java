/**
 * The command {@code link}: record linkage of tables that are no operation's.
 *
 * <p>Takes: a model, CSV files. Gives: clusters, pairs, the trained model, charts.
 */
@NullMarked
package dev.cordon.linkage.command;

import org.jspecify.annotations.NullMarked;
