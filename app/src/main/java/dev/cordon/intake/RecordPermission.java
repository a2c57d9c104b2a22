package dev.cordon.intake;

/**
 * Asked before records open: who reads must be allowed to. The server's permission asks the
 * member's role in the operation; a command run on the investigator's own files has {@link #LOCAL}.
 */
@FunctionalInterface
public interface RecordPermission {

  /** The person at the keyboard reads files that person handed to the command. */
  RecordPermission LOCAL = () -> {};

  /** Returns when reading is allowed, throws when it is not. */
  void require();
}
