/**
 * The doors to proposals and subjects: API and pages.
 *
 * <p>Takes: requests. Gives: the stage's answers.
 */
@NullMarked
package dev.cordon.resolution.web;

import org.jspecify.annotations.NullMarked;
