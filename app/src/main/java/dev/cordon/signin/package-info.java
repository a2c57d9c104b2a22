/**
 * Signing in: passkeys, password with a second factor, an agency's own identity provider; sessions,
 * fresh proof, API tokens, and the slowing of those who guess.
 *
 * <p>Takes: what a browser or a program proves itself with. Gives: a session or a request that
 * belongs to a member, or nothing that tells why not. {@link dev.cordon.signin.SignInDesk} is where
 * every way ends; {@link dev.cordon.signin.SignInGuard} stands before every request.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "web", "ledger", "ground"})
package dev.cordon.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
