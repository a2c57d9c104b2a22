/**
 * Sealed text over HTTP.
 *
 * <p>Takes: openings, marks, locks, searches. Gives: pages that no cache keeps and no printer
 * prints.
 */
@NullMarked
package dev.cordon.sealedtext.web;

import org.jspecify.annotations.NullMarked;
