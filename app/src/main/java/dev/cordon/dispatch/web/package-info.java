/**
 * Packages over HTTP.
 *
 * <p>Takes: requests of signed-in members. Gives: packages, their subjects and records, a copy to
 * take along.
 */
@NullMarked
package dev.cordon.dispatch.web;

import org.jspecify.annotations.NullMarked;
