/**
 * Estimates a model's parameters from counted level vectors; no pair is held.
 *
 * <p>Takes: how often each combination of levels occurs. Gives: m, u and the share of matches.
 */
@NullMarked
package dev.cordon.linkage.estimate;

import org.jspecify.annotations.NullMarked;
