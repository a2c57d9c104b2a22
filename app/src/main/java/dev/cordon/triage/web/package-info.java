/**
 * Triage over HTTP.
 *
 * <p>Takes: lists of digests, assessments. Gives: the queue; never a picture, a name or a path.
 */
@NullMarked
package dev.cordon.triage.web;

import org.jspecify.annotations.NullMarked;
