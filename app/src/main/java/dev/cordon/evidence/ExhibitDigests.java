package dev.cordon.evidence;

import dev.cordon.Columns;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.ledger.Act;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Digests of exhibits: of a medium at intake, of received data, of photographs of packaging. */
@Service
public class ExhibitDigests {

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final Chain chain;
  private final CustodyAttempts attempts;
  private final Exhibits exhibits;
  private final CustodyClock clock;

  ExhibitDigests(
      JdbcClient jdbc,
      CurrentMember currentMember,
      Chain chain,
      CustodyAttempts attempts,
      Exhibits exhibits,
      CustodyClock clock) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.chain = chain;
    this.attempts = attempts;
    this.exhibits = exhibits;
    this.clock = clock;
  }

  /** Records a digest of the medium, of received data, or of a photograph of the packaging. */
  public Exhibit record(
      OperationId operation, UUID exhibit, NewDigest digest, CustodyActs.Told told) {
    return attempts.on(
        operation,
        exhibit,
        before -> {
          NewAct act =
              new NewAct(ActKind.HASHED, told.at())
                  .by(told.by())
                  .saying(
                      digest.thing().label()
                          + " '"
                          + digest.label()
                          + "', SHA-256 "
                          + digest.sha256()
                          + (digest.tool() == null ? "" : ", by " + digest.tool()));
          chain.check(before, act, told.explanation());
          chain.append(operation, before, act, Act.COLLECTION);
          add(operation, before, digest, told.at());
          return exhibits.get(operation, exhibit);
        });
  }

  private void add(OperationId operation, Exhibit exhibit, NewDigest digest, Instant at) {
    jdbc.sql(CustodySql.ADD_DIGEST)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("agency", exhibit.agency().value())
        .param("exhibit", exhibit.id())
        .param("thing", digest.thing().text())
        .param("label", digest.label())
        .param("sha256", digest.sha256())
        .param("size", digest.sizeBytes(), Types.BIGINT)
        .param("tool", digest.tool())
        .param("at", Columns.parameter(at))
        .param("member", currentMember.member().value())
        .param("now", Columns.parameter(clock.now()))
        .update();
  }

  /** A digest as it was recorded. */
  public record Digest(
      NewDigest.Thing thing,
      String label,
      String sha256,
      @Nullable Long sizeBytes,
      @Nullable String tool,
      Instant at) {}

  /** The digests of an exhibit, from the first. */
  @Transactional(readOnly = true)
  public List<Digest> of(OperationId operation, UUID exhibit) {
    exhibits.get(operation, exhibit);
    return digestsOf(exhibit);
  }

  List<Digest> digestsOf(UUID exhibit) {
    return jdbc.sql(CustodySql.DIGESTS)
        .param("exhibit", exhibit)
        .query(ExhibitDigests::digest)
        .list();
  }

  private static Digest digest(ResultSet row, int number) throws SQLException {
    return new Digest(
        NewDigest.Thing.valueOf(row.getString("thing").toUpperCase(Locale.ROOT)),
        row.getString("label"),
        row.getString("sha256"),
        row.getObject("size_bytes", Long.class),
        row.getString("tool"),
        Columns.instant(row, "taken_at"));
  }
}
