/**
 * The pages of signing in, of fresh proof, and of a member's own account.
 *
 * <p>Takes: requests, some of them before there is a member. Gives: sessions, or what to do next.
 */
@NullMarked
package dev.cordon.signin.web;

import org.jspecify.annotations.NullMarked;
