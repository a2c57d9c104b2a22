package dev.cordon.ledger.internal;

import dev.cordon.kernel.merkle.Checkpoint;
import dev.cordon.kernel.merkle.Hash;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.kernel.merkle.OpenedCheckpoint;
import dev.cordon.kernel.merkle.WitnessRefusal;
import dev.cordon.kernel.merkle.WitnessRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The logs of others, as far as they were cosigned here. One request for a log is judged at a time;
 * what is judged is stored in the same transaction, and the signature leaves after its commit.
 */
@Component
public class WitnessedLogs {

  private static final Logger LOG = LoggerFactory.getLogger(WitnessedLogs.class);
  private static final int LONGEST_REASON = 2000;

  private final JdbcClient jdbc;
  private final WitnessKeys keys;
  private final List<NoteKey> logs;
  private final Clock clock = Clock.systemUTC();

  WitnessedLogs(JdbcClient jdbc, WitnessKeys keys, LedgerSettings settings) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.logs = settings.witnessed().logs();
  }

  /** The signature lines, or why there are none. */
  public record Answer(String lines, @Nullable WitnessRefusal refusal) {}

  /** For whose logs it is a witness. */
  public List<NoteKey> logs() {
    return logs;
  }

  private record Seen(Checkpoint checkpoint, String note) {}

  /** Judges a request; a refusal is an answer, so that what was noted of it is committed. */
  @Transactional
  public Answer judge(String body) {
    try {
      WitnessRequest request = WitnessRequest.parse(body);
      String origin = request.claimedOrigin();
      NoteKey[] trusted =
          logs.stream().filter(key -> key.name().equals(origin)).toArray(NoteKey[]::new);
      if (trusted.length > 0) {
        jdbc.sql(WitnessSql.ALONE).param("origin", origin).query((row, number) -> 1).list();
      }
      Optional<Seen> last = trusted.length == 0 ? Optional.empty() : seen(origin);
      return judge(request, origin, last, trusted);
    } catch (WitnessRefusal refusal) {
      return new Answer("", refusal);
    }
  }

  private Answer judge(
      WitnessRequest request, String origin, Optional<Seen> last, NoteKey... trusted) {
    try {
      Checkpoint judged = request.judge(last.map(Seen::checkpoint), trusted);
      jdbc.sql(WitnessSql.SEE)
          .param("origin", origin)
          .param("size", judged.size())
          .param("root", judged.root().bytes())
          .param("note", request.note())
          .update();
      return new Answer(keys.cosign(judged.text(), clock.instant()), null);
    } catch (WitnessRefusal refusal) {
      if (refusal.isSplitView()) {
        last.ifPresent(seen -> alarm(request, origin, seen, refusal, trusted));
      }
      return new Answer("", refusal);
    }
  }

  private void alarm(
      WitnessRequest request,
      String origin,
      Seen seen,
      WitnessRefusal refusal,
      NoteKey... trusted) {
    String reason = String.valueOf(refusal.getMessage());
    LOG.warn("the log {} did not continue what was cosigned of it: {}", origin, reason);
    jdbc.sql(WitnessSql.ALARM)
        .param("origin", origin)
        .param("known", seen.checkpoint().size())
        .param("asked", OpenedCheckpoint.open(request.note(), trusted).checkpoint().size())
        .param("note", seen.note())
        .param("request", request.body())
        .param("reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
        .update();
  }

  private Optional<Seen> seen(String origin) {
    return jdbc.sql(WitnessSql.SEEN)
        .param("origin", origin)
        .query((row, number) ->
            new Seen(
                new Checkpoint(
                    row.getString("origin"), row.getLong("size"), Hash.of(row.getBytes("root"))),
                row.getString("note")))
        .optional();
  }
}
