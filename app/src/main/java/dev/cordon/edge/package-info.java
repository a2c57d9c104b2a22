/**
 * The outer wall: who may be asked for under which name, how much anyone may send and how often,
 * TLS and its certificates, and what outsiders are told.
 *
 * <p>Takes: requests before anything else sees them. Gives: the requests worth an answer, short
 * refusals for the rest, a certificate that renews itself, the page that tells how to trust it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access"})
package dev.cordon.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
