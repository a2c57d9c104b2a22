/**
 * Password hashing, who gets through to which path, and what every response carries.
 *
 * <p>Takes: requests and passwords. Gives: what the guard admits, or nothing that tells why not.
 */
@NullMarked
package dev.cordon.access.internal;

import org.jspecify.annotations.NullMarked;
