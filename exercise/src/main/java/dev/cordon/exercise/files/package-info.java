/**
 * One writer for each file of the exercise; every writer streams and counts what it writes and what
 * it planted.
 *
 * <p>Takes: the world. Gives: the files of the seized platform, the truth, the field reports, the
 * digests.
 */
@NullMarked
package dev.cordon.exercise.files;

import org.jspecify.annotations.NullMarked;
