/**
 * Backup, restore and drill of a whole installation: database, vault, ledger, secrets.
 *
 * <p>Takes: a data directory, whether its server runs or not, and the operator's passphrase. Gives:
 * a place of sealed backups, each with a signed statement; a data directory restored from one, with
 * the ledger's proof that it is whole. Used on the machine, by whoever runs the server.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "ground", "keys", "ledger"})
package dev.cordon.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
