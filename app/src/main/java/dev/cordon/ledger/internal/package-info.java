/**
 * The leaf's bytes, its commitments, the sequencer and the ledger's public files.
 *
 * <p>Takes: entries in the database. Gives: tiles and a signed checkpoint beside the vault.
 */
@NullMarked
package dev.cordon.ledger.internal;

import org.jspecify.annotations.NullMarked;
