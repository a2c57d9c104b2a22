package dev.cordon.intake;

import dev.cordon.access.OperationId;
import dev.cordon.formats.profiles.Profiles;

/** The profiles an operation's sources are read by. Without one of these they are the shipped. */
@FunctionalInterface
public interface ProfilesInForce {

  /** The profiles in force now: those of the operation before the shipped ones. */
  Profiles of(OperationId operation);
}
