/**
 * Starting and stopping the server: the data directory, the database, Spring, and one plain line
 * for each thing that can be wrong.
 *
 * <p>Takes: a data directory, a port, host names, perhaps a database or a certificate. Gives: a
 * running server and its address.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "edge", "ground", "keys"})
package dev.cordon.serve;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
