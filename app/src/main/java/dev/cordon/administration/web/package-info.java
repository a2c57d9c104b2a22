/**
 * Members of an operation, and the installation as its administrator sees it.
 *
 * <p>Takes: requests. Gives: pages, or not found.
 */
@NullMarked
package dev.cordon.administration.web;

import org.jspecify.annotations.NullMarked;
