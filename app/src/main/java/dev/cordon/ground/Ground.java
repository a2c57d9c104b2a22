package dev.cordon.ground;

import dev.cordon.CordonException;
import dev.cordon.ground.internal.EmbeddedServer;
import dev.cordon.ground.internal.RunningCluster;
import dev.cordon.ground.internal.Schema;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * An open data directory with a running, migrated database. Close it to stop what it started.
 *
 * <p>Made before Spring starts, so that a bad start is one line and not a broken context.
 */
public final class Ground implements AutoCloseable {

  private final DataDirectory directory;
  private final DatabaseAddress address;
  private final Optional<EmbeddedServer> server;
  private final Optional<WayBack> wayBack;

  private Ground(
      DataDirectory directory,
      DatabaseAddress address,
      Optional<EmbeddedServer> server,
      Optional<WayBack> wayBack) {
    this.directory = directory;
    this.address = address;
    this.server = server;
    this.wayBack = wayBack;
  }

  /**
   * Starts the embedded server in the directory and migrates it, keeping a way back first when a
   * database in use is to be changed. Takes the directory over.
   */
  public static Ground embedded(DataDirectory directory) {
    return embedded(directory, true);
  }

  /**
   * As {@link #embedded(DataDirectory)}.
   *
   * @param keepsWayBack whether the database's files are copied before it is changed
   */
  public static Ground embedded(DataDirectory directory, boolean keepsWayBack) {
    EmbeddedServer server = EmbeddedServer.start(directory);
    try {
      Optional<WayBack> wayBack = Optional.empty();
      Schema.Pending pending = Schema.pending(server.address());
      if (keepsWayBack && pending.isUpgrade()) {
        server.close();
        wayBack = Optional.of(WayBack.keep(directory, pending.from().orElseThrow(), pending.to()));
        server = EmbeddedServer.start(directory);
      }
      Schema.migrate(server.address());
      return new Ground(directory, server.address(), Optional.of(server), wayBack);
    } catch (RuntimeException failed) {
      server.close();
      throw failed;
    }
  }

  /** What was kept before this start changed the database; empty when it changed nothing. */
  public Optional<WayBack> wayBack() {
    return wayBack;
  }

  /**
   * Starts the embedded server in the directory as it is, without migrating it: to copy it, or to
   * look at what was restored. Takes the directory over.
   *
   * @param waitSeconds how long its recovery may take
   */
  public static Ground asItIs(DataDirectory directory, int waitSeconds) {
    try {
      EmbeddedServer server = EmbeddedServer.start(directory, waitSeconds);
      return new Ground(directory, server.address(), Optional.of(server), Optional.empty());
    } catch (RuntimeException failed) {
      directory.close();
      throw failed;
    }
  }

  /** Stops the server a killed process left behind in a folder, if there is one. */
  public static void stopLeftBehind(Path root) {
    EmbeddedServer.stopLeftBehind(root);
  }

  /**
   * Stands beside the embedded server of a directory another process has open; closing it stops
   * nothing.
   *
   * @throws CordonException when there is no such server
   */
  public static Ground beside(DataDirectory directory) {
    return new Ground(
        directory, RunningCluster.of(directory).address(), Optional.empty(), Optional.empty());
  }

  /**
   * Uses a server run by others. Its two roles must exist; their passwords come from the
   * environment ({@code CORDON_OWNER_PASSWORD}, {@code CORDON_APP_PASSWORD}), never from a command
   * line, which every user of the machine can read.
   */
  public static Ground external(
      DataDirectory directory, String url, Map<String, String> environment) {
    if (!url.startsWith("jdbc:postgresql://") || url.contains("password=")) {
      throw new CordonException(
          "--database takes jdbc:postgresql://HOST:PORT/NAME without a password; passwords come"
              + " from CORDON_OWNER_PASSWORD and CORDON_APP_PASSWORD in the environment.");
    }
    DatabaseAddress address =
        new DatabaseAddress(
            url,
            password(environment, "CORDON_OWNER_PASSWORD"),
            password(environment, "CORDON_APP_PASSWORD"));
    Schema.migrate(address);
    return new Ground(directory, address, Optional.empty(), Optional.empty());
  }

  /** The open data directory. */
  public DataDirectory directory() {
    return directory;
  }

  /** Where the database is. */
  public DatabaseAddress address() {
    return address;
  }

  @Override
  public void close() {
    server.ifPresent(EmbeddedServer::close);
    directory.close();
  }

  private static String password(Map<String, String> environment, String name) {
    String password = environment.get(name);
    if (password == null || password.isBlank()) {
      throw new CordonException(
          "--database needs the password of its role in the environment: set " + name + ".");
    }
    return password;
  }
}
