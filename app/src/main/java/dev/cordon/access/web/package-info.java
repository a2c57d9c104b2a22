/**
 * The sign-in page, and the administrator's API: agencies, members, operations, memberships.
 *
 * <p>Takes: requests. Gives: what the signed-in member may see, or not found.
 */
@NullMarked
package dev.cordon.access.web;

import org.jspecify.annotations.NullMarked;
