package dev.cordon.ledger;

import dev.cordon.Columns;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.ledger.internal.Keeper;
import dev.cordon.ledger.internal.WitnessKeys;
import dev.cordon.ledger.internal.WitnessedLogs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who vouches for the ledger from outside, and for whose this installation does. */
@Service
public class Vouching {

  private final JdbcClient jdbc;
  private final Keeper keeper;
  private final WitnessKeys keys;
  private final WitnessedLogs logs;

  Vouching(JdbcClient jdbc, Keeper keeper, WitnessKeys keys, WitnessedLogs logs) {
    this.jdbc = jdbc;
    this.keeper = keeper;
    this.keys = keys;
    this.logs = logs;
  }

  /**
   * A witness or time-stamp authority the operator named, and how it went.
   *
   * @param size how many entries it vouched for last
   * @param outcome cosigned, unreachable, refused, unverified, ahead, or waits where it was not
   *     asked yet
   */
  public record Outside(
      String name,
      long size,
      @Nullable Instant cosignedAt,
      @Nullable Instant askedAt,
      String outcome,
      String detail) {

    /** Whether it is a time-stamp authority, not a witness. */
    public boolean stamps() {
      return name.startsWith("http");
    }

    /** How it stands, in words. */
    public String words() {
      return switch (outcome) {
        case "cosigned" -> stamps() ? "stamped" : "cosigned";
        case "waits" -> "not asked yet";
        case "unreachable" -> "gave no answer";
        case "refused" -> "refused";
        case "unverified" -> "answered, but its answer does not hold";
        case "ahead" -> "knows more entries than there are";
        default -> outcome;
      };
    }

    /** What to do next; empty where there is nothing to do. */
    public String next() {
      return switch (outcome) {
        case "unreachable" ->
            "It is asked again every few minutes; work goes on. If it stays so, the operator looks at the"
                + " address and the network.";
        case "refused" ->
            "It is asked again every few minutes. If it stays so, whoever runs the witness must be told this"
                + " ledger's key.";
        case "unverified" ->
            "It is asked again every few minutes. If it stays so, the operator compares its key or certificate"
                + " in the settings with the one its keeper gives out.";
        case "ahead" ->
            "Entries are gone, or an old copy was put back. Change nothing, and compare with a backup.";
        default -> "";
      };
    }

    /** Whether entries are gone by what it knows. */
    public boolean isAlarming() {
      return outcome.equals("ahead");
    }
  }

  /** The newest checkpoint kept for good. */
  public record Kept(long size, Instant at, boolean stamped) {}

  /**
   * A log of others this installation is a witness for.
   *
   * @param alarms how often it showed another history than before
   */
  public record Witnessed(String origin, long size, @Nullable Instant at, long alarms) {}

  /**
   * All of it.
   *
   * @param ownKeys what this installation's cosignatures are checked with
   */
  public record State(
      List<Outside> outside, Optional<Kept> kept, List<Witnessed> witnessed, List<String> ownKeys) {

    /** Copies the lists. */
    public State {
      outside = List.copyOf(outside);
      witnessed = List.copyOf(witnessed);
      ownKeys = List.copyOf(ownKeys);
    }
  }

  /** How it stands. */
  @Transactional(readOnly = true)
  public State state() {
    return new State(
        outside(),
        jdbc.sql(VerificationSql.KEPT)
            .query((row, number) ->
                new Kept(
                    row.getLong("size"), Columns.instant(row, "at"), row.getBoolean("stamped")))
            .optional(),
        witnessed(),
        keys.texts());
  }

  private List<Outside> outside() {
    Map<String, Outside> found = new HashMap<>();
    jdbc.sql(VerificationSql.WITNESSES)
        .query((row, number) -> found.put(row.getString("name"), outside(row)))
        .list();
    List<String> named = new ArrayList<>();
    keeper.witnesses().witnesses().stream().map(NoteKey::text).forEach(named::add);
    keeper.authority().ifPresent(authority -> named.add(authority.toString()));
    return named.stream()
        .map(name -> found.getOrDefault(name, new Outside(shown(name), 0, null, null, "waits", "")))
        .toList();
  }

  private static Outside outside(ResultSet row) throws SQLException {
    OffsetDateTime cosigned = row.getObject("cosigned_at", OffsetDateTime.class);
    return new Outside(
        shown(row.getString("name")),
        row.getLong("size"),
        cosigned == null ? null : cosigned.toInstant(),
        Columns.instant(row, "asked_at"),
        row.getString("outcome"),
        row.getString("detail"));
  }

  /** The name without the key. */
  private static String shown(String name) {
    int end = name.indexOf('+');
    return end < 0 ? name : name.substring(0, end);
  }

  private List<Witnessed> witnessed() {
    Map<String, Witnessed> seen = new HashMap<>();
    jdbc.sql(VerificationSql.WITNESSED)
        .query((row, number) ->
            seen.put(
                row.getString("origin"),
                new Witnessed(
                    row.getString("origin"),
                    row.getLong("size"),
                    Columns.instant(row, "at"),
                    row.getLong("alarms"))))
        .list();
    return logs.logs().stream()
        .map(NoteKey::name)
        .distinct()
        .map(origin -> seen.getOrDefault(origin, new Witnessed(origin, 0, null, 0)))
        .toList();
  }
}
