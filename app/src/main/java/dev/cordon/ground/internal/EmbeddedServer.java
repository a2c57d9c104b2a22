package dev.cordon.ground.internal;

import dev.cordon.CordonException;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.DatabaseAddress;
import dev.cordon.ground.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/*
 * PostgreSQL started by Cordon in its data directory.
 *
 * Only the programs come from a library; starting them is done here, because the library's own
 * starter is made for tests: it passes -F (no fsync), trusts every login and connects as superuser.
 * Here every write is durable, every login needs a password, the server listens on the loopback
 * address only, and data stay when it stops.
 *
 * PostgreSQL refuses to run as root. As root its programs run in a user namespace of their own, in
 * which they are nobody and own the same files.
 *
 * A killed Cordon leaves its server running; the next start stops that one first.
 */
/** A PostgreSQL server in the data directory, durable and behind passwords. */
public final class EmbeddedServer implements AutoCloseable {

  static final String SUPERUSER = "postgres";

  private static final int START_WAIT_SECONDS = 60;
  private static final int STOP_WAIT_SECONDS = 60;

  /** Durable, loopback only, and silent about the values in statements. */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("password_encryption", "scram-sha-256"),
          Map.entry("max_connections", "40"),
          Map.entry("shared_buffers", "96MB"),
          Map.entry("jit", "off"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          // An error's text may quote a value; the server's log is for what the server itself does.
          Map.entry("log_min_messages", "log"),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_statement", "none"),
          Map.entry("log_min_duration_statement", "-1"),
          Map.entry("log_connections", ""),
          Map.entry("log_parameter_max_length", "0"),
          Map.entry("log_parameter_max_length_on_error", "0"),
          Map.entry("log_error_verbosity", "terse"));

  private final Path cluster;
  private final Path programs;
  private final DatabaseAddress address;

  private EmbeddedServer(Path cluster, Path programs, DatabaseAddress address) {
    this.cluster = cluster;
    this.programs = programs;
    this.address = address;
  }

  /** Starts the server of that directory, setting it up when it is the first time. */
  public static EmbeddedServer start(DataDirectory directory) {
    return start(directory, START_WAIT_SECONDS);
  }

  /** As {@link #start(DataDirectory)}, for a cluster that has much to recover first. */
  public static EmbeddedServer start(DataDirectory directory, int waitSeconds) {
    Secrets secrets = new Secrets(directory.secrets());
    Path programs = ServerBinaries.unpacked(directory.root());
    Path cluster = directory.database();
    if (Files.notExists(cluster.resolve("PG_VERSION"))) {
      ClusterSetUp.create(cluster, programs, secrets);
    }
    if (Orphan.isRunning(cluster)) {
      stop(cluster, programs);
    }
    int port = freePort();
    startServer(cluster, programs, port, directory.logs().resolve("postgresql.log"), waitSeconds);
    String host = "jdbc:postgresql://127.0.0.1:" + port;
    DatabaseAddress address =
        new DatabaseAddress(
            host + "/cordon", secrets.text("database-owner"), secrets.text("database-application"));
    EmbeddedServer server = new EmbeddedServer(cluster, programs, address);
    try {
      Roles.create(host, secrets.text("database-superuser"), address);
      return server;
    } catch (RuntimeException failed) {
      server.close();
      throw failed;
    }
  }

  /** Where it listens, and the passwords of its two roles. */
  public DatabaseAddress address() {
    return address;
  }

  @Override
  public void close() {
    stop(cluster, programs);
  }

  /** Stops the server a killed process left behind in a data directory, if there is one. */
  public static void stopLeftBehind(Path root) {
    Path cluster = root.resolve("database");
    if (Orphan.isRunning(cluster)) {
      stop(cluster, ServerBinaries.unpacked(root));
    }
  }

  private static void startServer(
      Path cluster, Path programs, int port, Path log, int waitSeconds) {
    StringBuilder options = new StringBuilder("-p ").append(port);
    SETTINGS.forEach((name, value) ->
        options.append(" -c ").append(name).append("='").append(value).append('\''));
    run(
        "start its database (see " + log + ")",
        programs,
        "pg_ctl",
        "-D",
        cluster.toString(),
        "-l",
        log.toString(),
        "-o",
        options.toString(),
        "-w",
        "-t",
        Integer.toString(waitSeconds),
        "start");
  }

  private static void stop(Path cluster, Path programs) {
    try {
      command(programs, "pg_ctl", "-D", cluster.toString(), "-m", "fast", "-w", "stop")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(STOP_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (IOException failed) {
      throw new CordonException("can not stop the database in " + cluster + ".", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs one of PostgreSQL's programs to its end. */
  static void run(String purpose, Path programs, String program, String... arguments) {
    try {
      Path output = Files.createTempFile("cordon-", ".txt");
      try {
        Process process =
            command(programs, program, arguments).redirectOutput(output.toFile()).start();
        if (process.waitFor() != 0) {
          throw new CordonException(
              "could not " + purpose + ": " + Files.readString(output).strip());
        }
      } finally {
        Files.delete(output);
      }
    } catch (IOException failed) {
      throw new CordonException("could not " + purpose + ": " + failed.getMessage(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CordonException("interrupted while trying to " + purpose + ".", interrupted);
    }
  }

  private static ProcessBuilder command(Path programs, String program, String... arguments) {
    List<String> words = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      words.addAll(List.of("unshare", "-U"));
    }
    words.add(programs.resolve("bin").resolve(program).toString());
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new CordonException("no free port on the loopback address for the database.", failed);
    }
  }
}
