package dev.cordon.access;

import java.time.Instant;
import java.time.InstantSource;

/**
 * That one member may open one sealed thing for a while, and that the ledger holds the entry of it.
 *
 * <p>Promises: only {@link SealedAccesses} makes one, after it wrote the entry; it opens nothing
 * for another member, another operation, another thing or after its end. Not to be kept: asked anew
 * for each page.
 */
public final class SealedAccess {

  private final OperationId operation;
  private final SealedThing thing;
  private final MemberId member;
  private final Instant endsAt;
  private final InstantSource clock;

  SealedAccess(
      OperationId operation,
      SealedThing thing,
      MemberId member,
      Instant endsAt,
      InstantSource clock) {
    this.operation = operation;
    this.thing = thing;
    this.member = member;
    this.endsAt = endsAt;
    this.clock = clock;
  }

  /**
   * Passes when this opens that thing of that operation, for the member asking, now.
   *
   * @throws NotPermittedException otherwise
   */
  public void require(OperationId in, SealedThing opened) {
    boolean asks =
        CurrentMember.signedIn().filter(asking -> asking.member().equals(member)).isPresent();
    if (!asks
        || !operation.equals(in)
        || !thing.equals(opened)
        || !clock.instant().isBefore(endsAt)) {
      throw new NotPermittedException();
    }
  }

  /** What it opens. */
  public SealedThing thing() {
    return thing;
  }

  /** In which operation. */
  public OperationId operation() {
    return operation;
  }

  @Override
  public String toString() {
    return "SealedAccess[" + thing.kind() + "]";
  }
}
