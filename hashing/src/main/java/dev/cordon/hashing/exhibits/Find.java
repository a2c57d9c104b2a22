package dev.cordon.hashing.exhibits;

import java.util.Optional;

/**
 * A file an exhibit holds, before it is read.
 *
 * @param place where it lies, in a form that holds no name and is the same in every walk
 * @param name its path or name as the exhibit has it: sealed text
 * @param isDeleted whether its name was deleted; what is read may then belong to another file
 * @param reading how it is read; none where there is a reason
 * @param reason why it is not read; empty otherwise
 */
record Find(
    String place, String name, boolean isDeleted, Optional<Reading> reading, String reason) {

  /** Reads and hashes the file; called once, in any thread. */
  interface Reading {
    Hashes read();
  }

  static Find of(String place, String name, boolean isDeleted, Reading reading) {
    return new Find(place, name, isDeleted, Optional.of(reading), "");
  }

  static Find unread(String place, String name, boolean isDeleted, String reason) {
    return new Find(place, name, isDeleted, Optional.empty(), reason);
  }

  Hashes hashes() {
    return reading.map(Reading::read).orElseGet(() -> Hashes.none(reason));
  }
}
