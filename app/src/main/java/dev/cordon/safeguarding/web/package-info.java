/**
 * Pages about danger to a child or another person.
 *
 * <p>Takes: forms. Gives: pages.
 */
@NullMarked
package dev.cordon.safeguarding.web;

import org.jspecify.annotations.NullMarked;
