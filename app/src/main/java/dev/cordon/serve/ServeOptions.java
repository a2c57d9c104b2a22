package dev.cordon.serve;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the server keeps its data and where it listens; shared by the commands that start it. */
public final class ServeOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the data directory (default: ${DEFAULT-VALUE})",
      defaultValue = "${sys:user.home}/.cordon/data")
  private Path data = Path.of(System.getProperty("user.home"), ".cordon", "data");

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "a PostgreSQL server of your own, jdbc:postgresql://HOST:PORT/NAME; passwords of its roles"
              + " from CORDON_OWNER_PASSWORD and CORDON_APP_PASSWORD (default: one in DIR)")
  private @Nullable String database;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "the port to listen on, 0 for any free one (default: ${DEFAULT-VALUE})",
      defaultValue = "8080")
  private int port = 8080;

  /** For picocli. */
  public ServeOptions() {}

  /** Options made by a program. */
  public static ServeOptions of(Path data, int port) {
    ServeOptions options = new ServeOptions();
    options.data = data;
    options.port = port;
    return options;
  }

  /** The data directory. */
  public Path data() {
    return data;
  }

  /** The server to use instead of an embedded one. */
  public Optional<String> database() {
    return Optional.ofNullable(database);
  }

  /** The port to listen on. */
  public int port() {
    return port;
  }
}
