/**
 * How records become evidence of countries, and evidence an answer.
 *
 * <p>Takes: the tables resolution made. Gives: tables of evidence and proposed countries.
 */
@NullMarked
package dev.cordon.attribution.internal;

import org.jspecify.annotations.NullMarked;
