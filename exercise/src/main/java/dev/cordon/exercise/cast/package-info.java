/**
 * Who plays in the exercise: countries, persons, their mailboxes and names, and who is bound to
 * whom by a trap.
 *
 * <p>Takes: a seed and an extent. Gives: persons as pure functions of (seed, number); only small
 * primitive arrays are held, so that three million persons cost less than a hundred megabytes.
 */
@NullMarked
package dev.cordon.exercise.cast;

import org.jspecify.annotations.NullMarked;
