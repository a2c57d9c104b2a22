/**
 * The key packages are signed with.
 *
 * <p>Takes: the secrets of the installation. Gives: a signer.
 */
@NullMarked
package dev.cordon.dispatch.internal;

import org.jspecify.annotations.NullMarked;
