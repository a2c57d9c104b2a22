/**
 * Starting and stopping the server: the data directory, the database, Spring, and one plain line
 * for each thing that can be wrong.
 *
 * <p>Takes: a data directory, a port, perhaps a database. Gives: a running server and its address.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "ground", "keys"})
package dev.cordon.serve;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
