/**
 * What Cordon stands on: the data directory, the database, transactions that know their member.
 *
 * <p>Takes: a directory or the address of a server. Gives: a data source whose role is neither
 * owner nor superuser, a migrated schema in which every table carries row-level security, and the
 * places in the data directory where stages keep files.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access"})
package dev.cordon.ground;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
