package dev.cordon.erasure;

import dev.cordon.CordonException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the files of tables anew, so that no row that was deleted or changed is left in them, nor
 * in their indexes and statistics. PostgreSQL keeps old rows while a transaction could still see
 * them: waits for those first. Not promised: that the disk's blocks are overwritten, nor anything
 * about the write-ahead log.
 */
@Component
class TableRewrite {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private static final String NOW = "select pg_current_xact_id()::text";

  private static final String OLDER =
      """
      select count(*) from pg_stat_activity
      where pid <> pg_backend_pid() and datname = current_database() and backend_xmin is not null
        and age(backend_xmin) > age(cast(cast(:since as xid8) as xid))
      """;

  private static final String PAUSE = "select pg_sleep(0.2)";

  private final JdbcClient jdbc;

  TableRewrite(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Rewrites these tables of the case, and the list of what an order named. */
  void rewrite(List<String> changed) {
    List<String> names = new ArrayList<>(changed);
    names.add("erasure_thing");
    awaitOlderReaders();
    for (String name : names) {
      // The names come from the rules a migration wrote, never from a person.
      jdbc.sql("vacuum (full, analyze) cordon." + name).update();
    }
  }

  private void awaitOlderReaders() {
    String since = jdbc.sql(NOW).query(String.class).single();
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (older(since) > 0) {
      if (System.nanoTime() - deadline > 0) {
        throw new CordonException(
            "a transaction still sees what was erased; the tables are rewritten when it ends");
      }
      // A moment, counted by the database.
      jdbc.sql(PAUSE).query((row, number) -> number).list();
    }
  }

  private long older(String since) {
    return jdbc.sql(OLDER).param("since", since).query(Long.class).single();
  }
}
