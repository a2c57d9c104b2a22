/**
 * The catalogue's questions over HTTP.
 *
 * <p>Takes: country, conduct, day. Gives: covered, not covered or unknown, with the provisions.
 */
@NullMarked
package dev.cordon.law.web;

import org.jspecify.annotations.NullMarked;
