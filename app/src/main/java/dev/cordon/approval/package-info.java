/**
 * Acts that need two persons: one asks and says why, another approves, and only then it happens.
 *
 * <p>Takes: requests for acts. Gives: acts done in the transaction of the second person's approval,
 * with both names.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "ledger"})
package dev.cordon.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
