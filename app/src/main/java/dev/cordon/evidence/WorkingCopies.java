package dev.cordon.evidence;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.ledger.Act;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Working copies of media. A copy is checked before each use: the digest measured then is compared
 * with the registered one. A difference is an act on the exhibit and an event, and the copy is
 * stopped for good.
 */
@Service
public class WorkingCopies {

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final Chain chain;
  private final CustodyAttempts attempts;
  private final Exhibits exhibits;
  private final ExhibitDigests digests;
  private final CustodyClock clock;
  private final ApplicationEventPublisher events;

  WorkingCopies(
      JdbcClient jdbc,
      CurrentMember currentMember,
      Chain chain,
      CustodyAttempts attempts,
      Exhibits exhibits,
      ExhibitDigests digests,
      CustodyClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.chain = chain;
    this.attempts = attempts;
    this.exhibits = exhibits;
    this.digests = digests;
    this.clock = clock;
    this.events = events;
  }

  /** The copies of an exhibit, by number. */
  @Transactional(readOnly = true)
  public List<WorkingCopy> of(OperationId operation, UUID exhibit) {
    exhibits.get(operation, exhibit);
    return copiesOf(exhibit);
  }

  List<WorkingCopy> copiesOf(UUID exhibit) {
    return jdbc.sql(CustodySql.COPIES).param("exhibit", exhibit).query(WorkingCopies::copy).list();
  }

  /**
   * Registers a copy. Where the medium's digest while it was read is not the one taken at intake,
   * the copy is registered and stopped at once.
   */
  public WorkingCopy register(OperationId operation, UUID exhibit, NewCopy copy) {
    return attempts.on(
        operation,
        exhibit,
        before -> {
          int number = of(operation, exhibit).size() + 1;
          NewAct act =
              new NewAct(ActKind.COPY_MADE, copy.madeAt())
                  .by(copy.madeBy())
                  .at(copy.keptAt())
                  .saying(
                      "working copy %d, %s by %s, %d bytes, SHA-256 %s, of the medium %s"
                          .formatted(
                              number,
                              copy.format(),
                              copy.tool(),
                              copy.sizeBytes(),
                              copy.sha256(),
                              copy.mediumSha256()));
          chain.check(before, act, null);
          UUID id = UUID.randomUUID();
          add(operation, before, copy, id, number);
          chain.append(operation, before, act, Act.COLLECTION);
          compareWithIntake(operation, exhibit, copy, id, number);
          return find(operation, exhibit, id);
        });
  }

  private void compareWithIntake(
      OperationId operation, UUID exhibit, NewCopy copy, UUID id, int number) {
    List<String> intake =
        digests.of(operation, exhibit).stream()
            .filter(digest -> digest.thing() == NewDigest.Thing.MEDIUM)
            .map(ExhibitDigests.Digest::sha256)
            .toList();
    if (!intake.isEmpty() && !intake.contains(copy.mediumSha256())) {
      stop(
          operation,
          exhibit,
          find(operation, exhibit, id),
          "registration of copy " + number,
          copy.tool(),
          copy.mediumSha256(),
          "the medium had at intake the SHA-256 " + intake.getLast() + " and when it was copied ");
    }
  }

  private void add(OperationId operation, Exhibit exhibit, NewCopy copy, UUID id, int number) {
    jdbc.sql(CustodySql.ADD_COPY)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", exhibit.agency().value())
        .param("exhibit", exhibit.id())
        .param("number", number)
        .param("format", copy.format())
        .param("tool", copy.tool())
        .param("size", copy.sizeBytes())
        .param("sha256", copy.sha256())
        .param("medium", copy.mediumSha256())
        .param("keptAt", copy.keptAt())
        .param("madeBy", copy.madeBy())
        .param("at", Columns.parameter(copy.madeAt()))
        .param("member", currentMember.member().value())
        .param("now", Columns.parameter(clock.now()))
        .update();
  }

  /**
   * Checks a copy before it is used.
   *
   * @param measured the SHA-256 of the image as it is now
   * @return whether it may be used: false when it differs, which is recorded and stops it
   * @throws RefusedException when it was stopped before
   */
  public boolean check(
      OperationId operation,
      UUID exhibit,
      UUID copy,
      String purpose,
      String tool,
      String measured) {
    String digest = NewDigest.Sha256Words.checked(measured);
    return attempts.on(
        operation,
        exhibit,
        before -> {
          WorkingCopy known = find(operation, exhibit, copy);
          requireUsable(before, known);
          if (!digest.equals(known.sha256())) {
            stop(
                operation,
                exhibit,
                known,
                purpose,
                tool,
                digest,
                "the image was registered with the SHA-256 " + known.sha256() + " and now has ");
            return false;
          }
          addCheck(operation, before, known, purpose, tool, digest, true);
          chain.append(
              operation,
              before,
              new NewAct(ActKind.COPY_CHECKED, clock.now())
                  .by(currentMember.get().displayName())
                  .saying("working copy " + known.number() + " unchanged; for " + purpose),
              Act.CONSULTATION);
          return true;
        });
  }

  private static void requireUsable(Exhibit exhibit, WorkingCopy copy) {
    if (copy.isStopped()) {
      throw new RefusedException(
          "Working copy "
              + copy.number()
              + " of "
              + exhibit.number()
              + " was found to differ on "
              + copy.differsAt()
              + "; work on it is stopped. Make a new copy from the medium.");
    }
  }

  private void stop(
      OperationId operation,
      UUID exhibit,
      WorkingCopy copy,
      String purpose,
      String tool,
      String digest,
      String words) {
    Exhibit before = chain.lock(operation, exhibit);
    addCheck(operation, before, copy, purpose, tool, digest, false);
    Instant now = clock.now();
    chain.append(
        operation,
        before,
        new NewAct(ActKind.COPY_DIFFERS, now)
            .by(currentMember.get().displayName())
            .saying("working copy " + copy.number() + ": " + words + digest + "; work is stopped"),
        Act.DECISION);
    events.publishEvent(new WorkingCopyMismatched(operation, exhibit, copy.id()));
  }

  private void addCheck(
      OperationId operation,
      Exhibit exhibit,
      WorkingCopy copy,
      String purpose,
      String tool,
      String digest,
      boolean held) {
    jdbc.sql(CustodySql.ADD_CHECK)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("agency", exhibit.agency().value())
        .param("exhibit", exhibit.id())
        .param("copy", copy.id())
        .param("purpose", purpose)
        .param("tool", tool)
        .param("sha256", digest)
        .param("held", held)
        .param("member", currentMember.member().value())
        .param("now", Columns.parameter(clock.now()))
        .update();
  }

  /**
   * What takes results from a copy of the exhibit asks this first.
   *
   * @throws RefusedException when there are copies and each was found to differ
   */
  @Transactional(readOnly = true)
  public void requireUnchanged(OperationId operation, UUID exhibit) {
    Exhibit known = exhibits.get(operation, exhibit);
    List<WorkingCopy> copies = of(operation, exhibit);
    if (!copies.isEmpty() && copies.stream().allMatch(WorkingCopy::isStopped)) {
      requireUsable(known, copies.getLast());
    }
  }

  /** How many exhibits have a copy that was found to differ. */
  @Transactional(readOnly = true)
  public long stopped(OperationId operation) {
    return jdbc.sql(CustodySql.STOPPED)
        .param("operation", operation.value())
        .query(Long.class)
        .single();
  }

  private WorkingCopy find(OperationId operation, UUID exhibit, UUID copy) {
    return of(operation, exhibit).stream()
        .filter(one -> one.id().equals(copy))
        .findFirst()
        .orElseThrow(NoSuchElementException::new);
  }

  private static WorkingCopy copy(ResultSet row, int number) throws SQLException {
    return new WorkingCopy(
        Columns.uuid(row, "id"),
        row.getInt("number"),
        row.getString("image_format"),
        row.getString("tool"),
        row.getLong("size_bytes"),
        row.getString("sha256"),
        row.getString("medium_sha256"),
        row.getString("kept_at"),
        row.getString("made_by"),
        Columns.instant(row, "made_at"),
        row.getInt("checks"),
        Columns.instantOrNull(row, "held_at"),
        Columns.instantOrNull(row, "differs_at"));
  }
}
