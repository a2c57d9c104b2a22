package dev.cordon.evidence;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What else is done with an exhibit in custody: places, seals, notes, hashes, and its end. */
@Service
public class CustodyActs {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Chain chain;
  private final CustodyAttempts attempts;
  private final Exhibits exhibits;
  private final CustodyClock clock;

  CustodyActs(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Chain chain,
      CustodyAttempts attempts,
      Exhibits exhibits,
      CustodyClock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.chain = chain;
    this.attempts = attempts;
    this.exhibits = exhibits;
    this.clock = clock;
  }

  /** Something to choose from on a form. */
  public record Choice(UUID id, String label) {}

  /** When, by whom and why an act happened. */
  public record Told(Instant at, String by, String words, @Nullable String explanation) {}

  private Exhibit act(
      OperationId operation,
      UUID exhibit,
      @Nullable String explanation,
      Act kind,
      Function<Exhibit, NewAct> told) {
    access.require(operation, Area.EVIDENCE, Right.WRITE);
    return attempts.at(
        operation,
        exhibit,
        () -> {
          Exhibit before = chain.lock(operation, exhibit);
          NewAct act = told.apply(before);
          chain.check(before, act, explanation);
          if (act.changesSeal) {
            HandOvers.checkSeal(before, act);
          }
          chain.append(operation, before, act, kind);
          return exhibits.get(operation, exhibit);
        });
  }

  /** It is kept elsewhere from then on, without changing hands. */
  public Exhibit move(OperationId operation, UUID exhibit, Told told, UUID location) {
    return act(
        operation,
        exhibit,
        told.explanation(),
        Act.ALTERATION,
        before ->
            new NewAct(ActKind.MOVED, told.at())
                .by(told.by())
                .saying(told.words())
                .keptAt(location));
  }

  /**
   * The seal was opened, put on, or changed, without changing hands.
   *
   * @param found the seal found on it; null for none
   * @param put the seal put on it; null for none
   */
  public Exhibit reseal(
      OperationId operation,
      UUID exhibit,
      Told told,
      @Nullable String found,
      @Nullable String put) {
    ActKind kind = Words.orNull(put) == null ? ActKind.SEAL_OPENED : ActKind.SEALED;
    return act(
        operation,
        exhibit,
        told.explanation(),
        Act.ALTERATION,
        before ->
            new NewAct(kind, told.at()).by(told.by()).saying(told.words()).resealing(found, put));
  }

  /** What was seen of its state. */
  public Exhibit note(OperationId operation, UUID exhibit, Told told) {
    return act(
        operation,
        exhibit,
        told.explanation(),
        Act.ALTERATION,
        before -> new NewAct(ActKind.NOTED, told.at()).by(told.by()).saying(told.words()));
  }

  /** The warrant or other grounds it was seized on, named later. */
  public Exhibit nameGrounds(OperationId operation, UUID exhibit, Told told) {
    return act(
        operation,
        exhibit,
        told.explanation(),
        Act.ALTERATION,
        before -> new NewAct(ActKind.GROUNDS, told.at()).by(told.by()).saying(told.words()));
  }

  /**
   * How an exhibit leaves custody.
   *
   * @param kind returned, forfeited or destroyed
   * @param to to whom it is given back; for the others, who carried it out or witnessed it
   */
  public Exhibit dispose(
      OperationId operation,
      UUID exhibit,
      ActKind kind,
      Told told,
      String to,
      CustodyAct.Order order,
      @Nullable String sealFound) {
    ExhibitState next = end(kind);
    return act(
        operation,
        exhibit,
        told.explanation(),
        Act.DECISION,
        before -> {
          requireNew(before, next);
          NewAct act =
              new NewAct(kind, told.at()).by(to).saying(told.words()).ordered(order).becoming(next);
          if (next == ExhibitState.FORFEITED) {
            return act;
          }
          act.resealing(sealFound, next == ExhibitState.RETURNED ? null : before.sealNow());
          return next == ExhibitState.RETURNED ? act.heldBy(to) : act;
        });
  }

  private static ExhibitState end(ActKind kind) {
    if (kind == ActKind.RETURNED) {
      return ExhibitState.RETURNED;
    }
    if (kind == ActKind.FORFEITED) {
      return ExhibitState.FORFEITED;
    }
    if (kind == ActKind.DESTROYED) {
      return ExhibitState.DESTROYED;
    }
    throw new IllegalArgumentException(kind + " is no way in which custody ends");
  }

  private static void requireNew(Exhibit exhibit, ExhibitState next) {
    if (exhibit.state() == next) {
      throw new RefusedException(exhibit.number() + " is " + next.label() + " already.");
    }
  }

  /** Records a digest of the medium, of received data, or of a photograph of the packaging. */
  public Exhibit hash(OperationId operation, UUID exhibit, NewDigest digest, Told told) {
    access.require(operation, Area.EVIDENCE, Right.WRITE);
    return attempts.at(
        operation,
        exhibit,
        () -> {
          Exhibit before = chain.lock(operation, exhibit);
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
  public List<Digest> digests(OperationId operation, UUID exhibit) {
    exhibits.get(operation, exhibit);
    return digestsOf(exhibit);
  }

  List<Digest> digestsOf(UUID exhibit) {
    return jdbc.sql(CustodySql.DIGESTS).param("exhibit", exhibit).query(CustodyActs::digest).list();
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

  /** The place of keeping of that name in the agency, added where it is new. */
  @Transactional
  public UUID location(OperationId operation, AgencyId agency, String name) {
    access.require(operation, Area.EVIDENCE, Right.WRITE);
    jdbc.sql(CustodySql.ADD_LOCATION)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("agency", agency.value())
        .param("name", name.strip())
        .param("member", currentMember.member().value())
        .update();
    return jdbc.sql(CustodySql.LOCATION_BY_NAME)
        .param("operation", operation.value())
        .param("agency", agency.value())
        .param("name", name.strip())
        .query(UUID.class)
        .single();
  }

  /** The places of keeping of an agency, by name. */
  @Transactional(readOnly = true)
  public List<Choice> locations(OperationId operation, AgencyId agency) {
    return choices(CustodySql.LOCATIONS, operation, agency);
  }

  /** The measures of an agency, the newest first. */
  @Transactional(readOnly = true)
  public List<Choice> measures(OperationId operation, AgencyId agency) {
    return choices(EvidenceSql.MEASURES, operation, agency);
  }

  /** The warrants of an agency, the newest first. */
  @Transactional(readOnly = true)
  public List<Choice> warrants(OperationId operation, AgencyId agency) {
    return choices(EvidenceSql.WARRANTS, operation, agency);
  }

  private List<Choice> choices(String question, OperationId operation, AgencyId agency) {
    return jdbc.sql(question)
        .param("operation", operation.value())
        .param("agency", agency.value())
        .query((row, number) -> new Choice(Columns.uuid(row, "id"), row.getString("label")))
        .list();
  }

  /** Agencies an exhibit may go to, as far as the member knows them. */
  @Transactional(readOnly = true)
  public List<Choice> openAgencies() {
    return jdbc.sql(CustodySql.AGENCIES)
        .query((row, number) -> new Choice(Columns.uuid(row, "id"), row.getString("label")))
        .list();
  }
}
