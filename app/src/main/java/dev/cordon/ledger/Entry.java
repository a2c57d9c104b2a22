package dev.cordon.ledger;

import dev.cordon.access.AgencyId;
import dev.cordon.access.OperationId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One act, as the caller tells it: in which operation, what kind, on what, why, to whom, and which
 * records it touched. Who and when the ledger knows itself.
 *
 * <p>{@code Entry.of(operation, Act.DECISION, "subject-confirmation", reason).touching(subject)}
 */
public final class Entry {

  private static final int REASON_LENGTH = 2000;

  private final @Nullable OperationId operation;
  private final Act act;
  private final String what;
  private final String reason;
  private final @Nullable AgencyId recipient;
  private final List<String> records;

  private Entry(
      @Nullable OperationId operation,
      Act act,
      String what,
      String reason,
      @Nullable AgencyId recipient,
      List<String> records) {
    this.operation = operation;
    this.act = act;
    this.what = what;
    this.reason = reason;
    this.recipient = recipient;
    this.records = records;
  }

  /**
   * An act in an operation.
   *
   * @param what short type name of the thing, lower-case words joined by hyphens
   * @param reason why, as the member said or the rule says; 1 to 2000 characters
   */
  public static Entry of(OperationId operation, Act act, String what, String reason) {
    return checked(operation, act, what, reason);
  }

  /** An act on the installation itself: agencies, members, operations. */
  public static Entry ofInstallation(Act act, String what, String reason) {
    return checked(null, act, what, reason);
  }

  private static Entry checked(
      @Nullable OperationId operation, Act act, String what, String reason) {
    if (!what.matches("[a-z][a-z-]{1,60}")) {
      throw new IllegalArgumentException("what must be lower-case words and hyphens, was " + what);
    }
    if (reason.isBlank() || reason.length() > REASON_LENGTH) {
      throw new IllegalArgumentException(
          "a reason has 1 to " + REASON_LENGTH + " characters, this one " + reason.length());
    }
    return new Entry(operation, act, what, reason, null, List.of());
  }

  /** The same, naming the agency that receives. */
  public Entry to(AgencyId agency) {
    return new Entry(operation, act, what, reason, agency, records);
  }

  /** The same, naming the records touched; their text forms are committed to, not written. */
  public Entry touching(Object... ids) {
    return touching(List.of(ids));
  }

  /** The same, naming the records touched; their text forms are committed to, not written. */
  public Entry touching(Collection<?> ids) {
    return new Entry(
        operation, act, what, reason, recipient, ids.stream().map(Objects::toString).toList());
  }

  /** In which operation; none for acts on the installation. */
  public Optional<OperationId> operation() {
    return Optional.ofNullable(operation);
  }

  /** What kind of act. */
  public Act act() {
    return act;
  }

  /** On what. */
  public String what() {
    return what;
  }

  /** Why. */
  public String reason() {
    return reason;
  }

  /** To whom, where someone receives. */
  public Optional<AgencyId> recipient() {
    return Optional.ofNullable(recipient);
  }

  /** The text forms of the ids touched. */
  public List<String> records() {
    return records;
  }
}
