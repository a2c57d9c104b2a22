/**
 * The pages and the API of requests that wait for a second person.
 *
 * <p>Takes: decisions with their reasons. Gives: open and decided requests.
 */
@NullMarked
package dev.cordon.approval.web;

import org.jspecify.annotations.NullMarked;
