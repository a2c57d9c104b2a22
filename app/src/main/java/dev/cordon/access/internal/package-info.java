/**
 * Signing in, password hashing, and what every response carries.
 *
 * <p>Takes: names and passwords. Gives: a signed-in member, or nothing that tells why not.
 */
@NullMarked
package dev.cordon.access.internal;

import org.jspecify.annotations.NullMarked;
