/**
 * Who does what until when, about any record of any stage.
 *
 * <p>Takes: the address of a record's page, a member, a day. Gives: tasks and how they ended. A
 * task belongs to the agency of the member who is to do it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "ledger"})
package dev.cordon.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
