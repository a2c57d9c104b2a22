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

  private Ground(
      DataDirectory directory, DatabaseAddress address, Optional<EmbeddedServer> server) {
    this.directory = directory;
    this.address = address;
    this.server = server;
  }

  /** Starts the embedded server in the directory and migrates it. Takes the directory over. */
  public static Ground embedded(DataDirectory directory) {
    EmbeddedServer server = EmbeddedServer.start(directory);
    try {
      Schema.migrate(server.address());
      return new Ground(directory, server.address(), Optional.of(server));
    } catch (RuntimeException failed) {
      server.close();
      throw failed;
    }
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
      return new Ground(directory, server.address(), Optional.of(server));
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
    return new Ground(directory, RunningCluster.of(directory).address(), Optional.empty());
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
    return new Ground(directory, address, Optional.empty());
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
