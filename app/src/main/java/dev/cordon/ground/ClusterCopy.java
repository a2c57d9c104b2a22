package dev.cordon.ground;

import dev.cordon.CordonException;
import dev.cordon.ground.internal.RunningCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/*
 * PostgreSQL's own way to copy a cluster that is being written to (its documentation, "Making a Base Backup Using
 * the Low Level API"): pg_backup_start makes a checkpoint and has whole pages written to the log from there on; the
 * files are then copied in any order while they change, pg_control last; pg_backup_stop gives the label that must lie
 * beside the copy, and the log from start to stop makes the copy consistent. A temporary replication slot of this
 * session keeps that log from being recycled. When the session ends, by a kill too, the server forgets all of it.
 */
/**
 * A physical copy of the embedded database while it is written to. Whoever copies reads {@link
 * #files}, then {@link #control}, then calls {@link #stop}, then reads the log it names; a copy
 * without all of it does not start. Not thread-safe.
 */
public final class ClusterCopy implements AutoCloseable {

  private static final String KEEP_LOG =
      """
      select pg_create_physical_replication_slot('cordon_copy', true, true)
      """;
  private static final String START =
      """
      select pg_backup_start(?, true)::text
      """;
  private static final String STOP =
      """
      select s.lsn::text, s.labelfile, s.spcmapfile, pg_walfile_name(s.lsn - 1) from pg_backup_stop(false) s
      """;
  private static final String VERSION =
      """
      show server_version
      """;
  private static final String SCHEMA_VERSION =
      """
      select version from migration.flyway_schema_history where success and version is not null
      order by installed_rank desc limit 1
      """;

  private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");

  private final Path cluster;
  private final RunningCluster running;
  private final Connection session;
  private final String startPosition;
  private final String firstSegment;

  private ClusterCopy(
      Path cluster,
      RunningCluster running,
      Connection session,
      String startPosition,
      String firstSegment) {
    this.cluster = cluster;
    this.running = running;
    this.session = session;
    this.startPosition = startPosition;
    this.firstSegment = firstSegment;
  }

  /**
   * What makes the copied files a database.
   *
   * @param label the file {@code backup_label}
   * @param from where in the log recovery starts
   * @param to where the copy is consistent
   * @param log the log's files that must lie in {@code pg_wal}, all of them
   */
  public record Stopped(String label, String from, String to, List<Path> log) {}

  /**
   * Begins on a directory whose embedded server runs, in this process or another.
   *
   * @throws CordonException when none runs, another copy is going on, or there are tablespaces
   */
  public static ClusterCopy start(DataDirectory directory, String label) {
    RunningCluster running = RunningCluster.of(directory);
    @Nullable Connection session = null;
    try {
      session = running.superuser("postgres");
      ClusterFiles.refuseTablespaces(directory.database());
      try (Statement keep = session.createStatement()) {
        keep.execute(KEEP_LOG);
      }
      try (PreparedStatement start = session.prepareStatement(START)) {
        start.setString(1, label);
        try (ResultSet row = start.executeQuery()) {
          row.next();
          String position = row.getString(1);
          return new ClusterCopy(
              directory.database(), running, session, position, segmentOf(session, position));
        }
      }
    } catch (SQLException failed) {
      closeQuietly(session);
      throw new CordonException(
          "the database can not be copied now: "
              + failed.getMessage()
              + ". Perhaps another backup is going on.",
          failed);
    } catch (RuntimeException failed) {
      closeQuietly(session);
      throw failed;
    }
  }

  private static String segmentOf(Connection session, String position) throws SQLException {
    try (PreparedStatement name = session.prepareStatement("select pg_walfile_name(?::pg_lsn)")) {
      name.setString(1, position);
      try (ResultSet row = name.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  /** The files and folders to copy now, without log and control file. */
  public ClusterFiles files() {
    return ClusterFiles.of(cluster);
  }

  /** The control file, to be copied after all others. */
  public Path control() {
    return cluster.resolve("global/pg_control");
  }

  /** The server's release. */
  public String version() {
    return single(session, VERSION);
  }

  /** The last migration of Cordon's schema. */
  public String schemaVersion() {
    try (Connection cordon = running.superuser("cordon")) {
      return single(cordon, SCHEMA_VERSION);
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  /** How many rows each table of Cordon's has, all at one moment. */
  public Map<String, Long> rows() {
    return ClusterRows.counts(running);
  }

  /** Ends it; the log it names stays until this is closed. */
  public Stopped stop() {
    try (Statement stop = session.createStatement();
        ResultSet row = stop.executeQuery(STOP)) {
      row.next();
      String map = row.getString(3);
      if (map != null && !map.isBlank()) {
        throw new CordonException("the database has tablespaces, which Cordon does not make.");
      }
      return new Stopped(row.getString(2), startPosition, row.getString(1), log(row.getString(4)));
    } catch (SQLException failed) {
      throw new CordonException(
          "the database did not end the copy: " + failed.getMessage() + ". Start again.", failed);
    }
  }

  private List<Path> log(String lastSegment) {
    try (Stream<Path> found = Files.list(cluster.resolve("pg_wal"))) {
      List<Path> log =
          found
              .filter(path -> isBetween(path.getFileName().toString(), lastSegment))
              .sorted()
              .toList();
      boolean whole =
          !log.isEmpty()
              && log.getFirst().endsWith(firstSegment)
              && log.getLast().endsWith(lastSegment)
              && log.size() == number(lastSegment) - number(firstSegment) + 1;
      if (!whole) {
        throw new CordonException(
            "the database's log from "
                + firstSegment
                + " to "
                + lastSegment
                + " is not whole. Start the backup again.");
      }
      return log;
    } catch (IOException failed) {
      throw new CordonException("can not read the database's log in " + cluster + ".", failed);
    }
  }

  private boolean isBetween(String name, String lastSegment) {
    return SEGMENT.matcher(name).matches()
        && name.compareTo(firstSegment) >= 0
        && name.compareTo(lastSegment) <= 0;
  }

  /** The count of 16 MB segments before this one, on its timeline. */
  private static long number(String segment) {
    return Long.parseLong(segment.substring(8, 16), 16) * 256
        + Long.parseLong(segment.substring(16), 16);
  }

  private static String single(Connection connection, String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      if (!row.next()) {
        throw new CordonException("the database was never brought to a version of Cordon's.");
      }
      return row.getString(1);
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  private static CordonException unreadable(SQLException failed) {
    return new CordonException("the database can not be read: " + failed.getMessage(), failed);
  }

  @Override
  public void close() {
    closeQuietly(session);
  }

  private static void closeQuietly(@Nullable Connection session) {
    try {
      if (session != null) {
        session.close();
      }
    } catch (SQLException ended) {
      // The server ends the copy with the session, however that ended.
    }
  }
}
