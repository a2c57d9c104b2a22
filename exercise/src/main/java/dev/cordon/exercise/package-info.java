/**
 * An invented seized platform for training: its files, its truth, its field reports.
 *
 * <p>Takes: a seed and a size. Gives: files as seized; apart from them the truth and the later
 * field reports. Every person is invented; addresses and domains come only from reserved space.
 */
@NullMarked
package dev.cordon.exercise;

import org.jspecify.annotations.NullMarked;
