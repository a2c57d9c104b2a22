/**
 * The data-protection officer's page of what can be destroyed.
 *
 * <p>Takes: requests for erasure. Gives: what still exists.
 */
@NullMarked
package dev.cordon.erasure.web;

import org.jspecify.annotations.NullMarked;
