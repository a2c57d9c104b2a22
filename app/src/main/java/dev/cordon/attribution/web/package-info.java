/**
 * The doors to countries: API and pages.
 *
 * <p>Takes: requests. Gives: the stage's answers.
 */
@NullMarked
package dev.cordon.attribution.web;

import org.jspecify.annotations.NullMarked;
