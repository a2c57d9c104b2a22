/**
 * Turns scored pairs into clusters that do not decay as data grow, and keeps their names.
 *
 * <p>Takes: weights of pairs. Gives: clusters, what was refused and why, stable ids. Use {@link
 * dev.cordon.linkage.group.Agglomeration} for pairs with weights from a model; {@link
 * dev.cordon.linkage.Clustering} for links by rules in a fixed order of strength; {@link
 * dev.cordon.linkage.group.Components} only to compare with.
 */
@NullMarked
package dev.cordon.linkage.group;

import org.jspecify.annotations.NullMarked;
