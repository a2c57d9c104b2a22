/**
 * The sign-in page, joining by an invitation, and the API of agencies, members, operations, grants.
 *
 * <p>Takes: requests. Gives: what the signed-in member may see, or not found.
 */
@NullMarked
package dev.cordon.access.web;

import org.jspecify.annotations.NullMarked;
