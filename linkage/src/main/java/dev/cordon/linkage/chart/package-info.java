/**
 * Charts of a run as SVG, and the same figures as JSON.
 *
 * <p>Takes: a run. Gives: files without script, style sheet or anything outside them.
 */
@NullMarked
package dev.cordon.linkage.chart;

import org.jspecify.annotations.NullMarked;
