/**
 * The key packages are signed with.
 *
 * <p>Takes: the installation's own keys. Gives: a signer.
 */
@NullMarked
package dev.cordon.dispatch.internal;

import org.jspecify.annotations.NullMarked;
