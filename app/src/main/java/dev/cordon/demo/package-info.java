/**
 * Plays the exercise operation through the same doors as real work.
 *
 * <p>Takes: the exercise's files and field reports. Gives: a whole operation, its figures and their
 * comparison with the truth, which only the closing comparison reads.
 */
@NullMarked
package dev.cordon.demo;

import org.jspecify.annotations.NullMarked;
