/**
 * The register of exhibits over HTTP: pages and API.
 *
 * <p>Takes: sheets of seized things, hand-overs and other acts. Gives: exhibits and their custody,
 * labels to print, and what is handed out about them.
 */
@NullMarked
package dev.cordon.evidence.web;

import org.jspecify.annotations.NullMarked;
