/**
 * What goes between this server and those of other agencies: packages, receipts, what came of them,
 * recalls and corrections; and the packages received here with what was decided on them.
 *
 * <p>Takes: released packages, sealed files and pushes. Gives: sealed files and pushes, received
 * packages, outcomes merged into the lead's. Use {@code dispatch} for packages while they are made,
 * {@code correspondents} for whose keys count.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "correspondents", "dispatch", "ledger"})
package dev.cordon.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
