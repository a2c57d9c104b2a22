/**
 * Record linkage as a plan of named SQL steps and an engine that runs it.
 *
 * <p>Takes: tables of observations. Gives: links with their rule and weight, and clusters.
 */
@NullMarked
package dev.cordon.linkage;

import org.jspecify.annotations.NullMarked;
