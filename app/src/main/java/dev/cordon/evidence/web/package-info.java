/**
 * The register of exhibits over HTTP.
 *
 * <p>Takes: hand-overs. Gives: exhibits and their custody.
 */
@NullMarked
package dev.cordon.evidence.web;

import org.jspecify.annotations.NullMarked;
