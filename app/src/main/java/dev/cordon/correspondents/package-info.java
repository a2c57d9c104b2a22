/**
 * Which keys the agencies have that packages and messages go to and come from, the own ones, and
 * how their servers are reached.
 *
 * <p>Takes: key cards, and the words of two persons who compared fingerprints over a second
 * channel. Gives: keys that may be sealed to, keys whose signature counts. Use {@code dispatch} for
 * what is signed, {@code correspondence} for what is sent and taken in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "ground", "keys", "ledger"})
package dev.cordon.correspondents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
