/**
 * Keys: one ring of data keys for each operation, wrapped by the operator's key; columns sealed
 * under them.
 *
 * <p>Takes: a passphrase or a security module that holds the operator's key, decisions of two
 * persons to change a key. Gives: derived keys to the stages that seal, sealed columns that open
 * only with a {@code SealedAccess}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "ledger", "ground", "approval"})
package dev.cordon.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
