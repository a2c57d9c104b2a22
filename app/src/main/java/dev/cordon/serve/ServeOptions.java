package dev.cordon.serve;

import dev.cordon.CordonException;
import dev.cordon.edge.HostName;
import java.nio.file.Path;
import java.util.List;
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
          "a PostgreSQL server of your own, jdbc:postgresql://HOST:PORT/NAME; passwords of its"
              + " roles from CORDON_OWNER_PASSWORD and CORDON_APP_PASSWORD (default: one in DIR)")
  private @Nullable String database;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "the port to listen on, 0 for any free one (default: ${DEFAULT-VALUE})",
      defaultValue = "8080")
  private int port = 8080;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description =
          "the address to listen on; others reach the server only on one that is not 127.0.0.1, and"
              + " then --host is needed (default: ${DEFAULT-VALUE})",
      defaultValue = "127.0.0.1")
  private String address = "127.0.0.1";

  @Option(
      names = "--host",
      paramLabel = "NAME",
      arity = "1..*",
      description =
          "names and addresses by which browsers ask for the server, the main one first; requests"
              + " for others are refused (default: localhost)")
  private List<String> hosts = List.of();

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description =
          "your agency's certificate for the hosts with those above it, PEM (default: one of"
              + " Cordon's own authority)")
  private @Nullable Path certificate;

  @Option(
      names = "--certificate-key",
      paramLabel = "FILE",
      description = "the private key of --certificate, PEM without a passphrase")
  private @Nullable Path certificateKey;

  @Option(
      names = "--http-port",
      paramLabel = "N",
      description =
          "where the page on how to trust the server is served without TLS (default: the port after"
              + " --port)")
  private @Nullable Integer httpPort;

  @Option(
      names = "--plain",
      description = "without TLS; only on the loopback address, for a proxy on the same machine")
  private boolean plain;

  @Option(
      names = "--proxy",
      paramLabel = "ADDRESS",
      description =
          "the address of a reverse proxy whose X-Forwarded-For and X-Forwarded-Proto are believed"
              + " (default: nobody's)")
  private @Nullable String proxy;

  @Option(
      names = "--no-way-back",
      description =
          "when this release changes the database of an earlier one, do not keep a copy of it as it"
              + " was; for who has a backup and no room")
  private boolean noWayBack;

  /** For picocli. */
  public ServeOptions() {}

  /** Options made by a program: without TLS, on the loopback address. */
  public static ServeOptions of(Path data, int port) {
    ServeOptions options = new ServeOptions();
    options.data = data;
    options.port = port;
    options.plain = true;
    return options;
  }

  /** Options made by a program: with TLS, on the loopback address. */
  public static ServeOptions withTls(Path data, int port) {
    ServeOptions options = of(data, port);
    options.plain = false;
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

  /** The address to listen on. */
  public String address() {
    return address;
  }

  /** The names given, in one spelling; empty when none was. */
  public List<String> hosts() {
    return hosts.stream().map(HostName::checked).distinct().toList();
  }

  /** The agency's own certificate. */
  public Optional<Path> certificate() {
    return Optional.ofNullable(certificate);
  }

  /** The key of the agency's own certificate. */
  public Optional<Path> certificateKey() {
    return Optional.ofNullable(certificateKey);
  }

  /** Where the page on trust is served without TLS, when it was said. */
  public Optional<Integer> httpPort() {
    return Optional.ofNullable(httpPort);
  }

  /** Whether a copy is kept before an upgrade changes the database. */
  boolean keepsWayBack() {
    return !noWayBack;
  }

  /** Whether there is no TLS. */
  public boolean isPlain() {
    return plain;
  }

  /** The proxy that is believed. */
  public Optional<String> proxy() {
    return Optional.ofNullable(proxy).map(HostName::checked);
  }

  /**
   * Refuses what does not go together, before anything is started or written.
   *
   * @throws CordonException one line that says what to change
   */
  void check() {
    boolean loopback = HostName.isLoopback(address);
    if (plain && !loopback) {
      throw new CordonException(
          "--plain serves without TLS and is for the loopback address only, not for "
              + address
              + ". Leave out --plain, or listen on 127.0.0.1.");
    }
    if (!loopback && hosts.isEmpty() && certificate == null) {
      throw new CordonException(
          "--address "
              + address
              + " lets others reach the server; say by which name with --host NAME.");
    }
    if ((certificate == null) != (certificateKey == null)) {
      throw new CordonException("--certificate and --certificate-key belong together; give both.");
    }
    if (plain && certificate != null) {
      throw new CordonException("--plain serves without TLS; it takes no --certificate.");
    }
    if (proxy().filter(HostName::isAddress).isEmpty() && proxy != null) {
      throw new CordonException("--proxy takes an address like 192.0.2.10, not a name.");
    }
    hosts();
  }
}
