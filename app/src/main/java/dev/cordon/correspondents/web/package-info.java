/**
 * Pages of the agencies' keys.
 *
 * <p>Takes: key cards, fingerprints heard, addresses. Gives: pages, the own card.
 */
@NullMarked
package dev.cordon.correspondents.web;

import org.jspecify.annotations.NullMarked;
