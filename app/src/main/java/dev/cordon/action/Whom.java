package dev.cordon.action;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a report is of: a subject of a package made here, or a person of one another server sent.
 *
 * @param packageSubject the subject's place in the package made here
 * @param subject the same, as the operation knows it
 * @param receivedSubject the person of the package received
 */
public record Whom(
    @Nullable UUID packageSubject, @Nullable UUID subject, @Nullable UUID receivedSubject) {

  /** A subject of a package made here. */
  public static Whom dispatched(UUID packageSubject, UUID subject) {
    return new Whom(packageSubject, subject, null);
  }

  /** A person of a package received. */
  public static Whom received(UUID receivedSubject) {
    return new Whom(null, null, receivedSubject);
  }

  /** Whether another server sent the package. */
  public boolean fromElsewhere() {
    return receivedSubject != null;
  }

  /**
   * The record an entry of the ledger names: the subject of this operation, or who was received.
   */
  UUID record() {
    return Objects.requireNonNull(subject == null ? receivedSubject : subject);
  }

  /** As forms and the API name it: package: or received: and the id there. */
  public String text() {
    return receivedSubject == null ? "package:" + packageSubject : "received:" + receivedSubject;
  }
}
