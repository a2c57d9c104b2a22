/**
 * The register of victims over HTTP.
 *
 * <p>Takes: registrations, openings. Gives: pages no cache keeps and no printer prints.
 */
@NullMarked
package dev.cordon.victims.web;

import org.jspecify.annotations.NullMarked;
