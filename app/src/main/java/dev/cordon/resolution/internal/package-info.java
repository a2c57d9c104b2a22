/**
 * How records become observations, names are compared and pairs judged.
 *
 * <p>Takes: the record views. Gives: tables of proposed links and clusters.
 */
@NullMarked
package dev.cordon.resolution.internal;

import org.jspecify.annotations.NullMarked;
