/**
 * Profiles of an operation: proposed from samples, previewed, saved in versions, shared as files.
 *
 * <p>Takes: the bytes of taken sources, what an analyst chooses, profile files. Gives: the profiles
 * sources of the operation are read with ({@code OperationProfiles.of}). A profile is data: nothing
 * in it runs.
 */
@NullMarked
package dev.cordon.intake.profiles;

import org.jspecify.annotations.NullMarked;
