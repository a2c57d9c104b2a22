/**
 * The pages on which members join, get roles and leave, and the administrator's pages.
 *
 * <p>Takes: invitations, grants and their ends, agencies, operations with their grounds. Gives: who
 * holds which role until when. Shows no case data.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access", "law"})
package dev.cordon.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
