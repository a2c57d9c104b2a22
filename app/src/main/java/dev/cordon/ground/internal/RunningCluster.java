package dev.cordon.ground.internal;

import dev.cordon.CordonException;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.DatabaseAddress;
import dev.cordon.ground.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * The server that runs on a directory's cluster now, found by the file it keeps there; for a
 * process that did not start it and may read the owner's secrets.
 *
 * @param port on the loopback address
 */
public record RunningCluster(Secrets secrets, int port) {

  private static final String PID_FILE = "postmaster.pid";
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  /**
   * Finds it.
   *
   * @throws CordonException when none runs there, or not yet
   */
  public static RunningCluster of(DataDirectory directory) {
    Path file = directory.database().resolve(PID_FILE);
    try {
      if (Files.notExists(directory.database().resolve("PG_VERSION"))) {
        throw new CordonException(
            "there is no database in "
                + directory.root()
                + ". One of your own is copied with its own means.");
      }
      List<String> lines = Files.readAllLines(file);
      if (lines.size() > STATUS_LINE
          && lines.get(STATUS_LINE).strip().equals("ready")
          && lines.get(PORT_LINE).strip().matches("[0-9]{1,5}")) {
        return new RunningCluster(
            new Secrets(directory.secrets()), Integer.parseInt(lines.get(PORT_LINE).strip()));
      }
      throw notReady(directory);
    } catch (NoSuchFileException stopped) {
      throw notReady(directory);
    } catch (IOException failed) {
      throw new CordonException("can not read " + file + ".", failed);
    }
  }

  /** How its two roles sign in. */
  public DatabaseAddress address() {
    return new DatabaseAddress(
        host() + "/cordon", kept("database-owner"), kept("database-application"));
  }

  /** A connection as its superuser, who alone may begin and end a copy of the cluster. */
  public Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(
        host() + "/" + database, EmbeddedServer.SUPERUSER, kept("database-superuser"));
  }

  private String host() {
    return "jdbc:postgresql://127.0.0.1:" + port;
  }

  private String kept(String name) {
    return secrets.text(
        name,
        () -> {
          throw new CordonException(
              "the secret " + secrets.file(name) + " is missing. Bring it back from a backup.");
        });
  }

  private static CordonException notReady(DataDirectory directory) {
    return new CordonException(
        "another Cordon has "
            + directory.root()
            + " open and its database does not answer yet, or is just stopping. Try again in a"
            + " minute.");
  }
}
