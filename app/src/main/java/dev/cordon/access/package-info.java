/**
 * Who may see and do what: members, agencies, roles, grants; the gate every read passes.
 *
 * <p>Takes: sign-ins and grants. Gives: the current member to pages and database.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.cordon.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
