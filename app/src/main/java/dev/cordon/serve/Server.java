package dev.cordon.serve;

import dev.cordon.Cordon;
import dev.cordon.CordonException;
import dev.cordon.access.Members;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.Ground;
import dev.cordon.keys.OperationKeys;
import dev.cordon.keys.Passphrases;
import java.io.Console;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running server. Close it to stop it and the database it started. */
public final class Server implements AutoCloseable {

  private final Ground ground;
  private final ConfigurableApplicationContext context;
  private final Optional<Members.Credentials> firstAdministrator;
  private final OperationKeys keys;
  private final Optional<Path> passphrase;

  private Server(
      OperationKeys keys,
      Optional<Path> passphrase,
      Ground ground,
      ConfigurableApplicationContext context,
      Optional<Members.Credentials> firstAdministrator) {
    this.keys = keys;
    this.passphrase = passphrase;
    this.ground = ground;
    this.context = context;
    this.firstAdministrator = firstAdministrator;
  }

  /**
   * Starts it.
   *
   * @throws CordonException when it can not start: what is the matter, where, what to do
   */
  public static Server start(ServeOptions options) {
    return start(options, null);
  }

  /**
   * As {@link #start(ServeOptions)}, asking for the passphrase at a terminal where it is needed.
   *
   * @param terminal where a person sits; null where nobody does
   */
  public static Server start(ServeOptions options, @Nullable Console terminal) {
    checkPort(options.port());
    DataDirectory directory = DataDirectory.open(options.data());
    System.setProperty("cordon.log", directory.logs().resolve("cordon.log").toString());
    Optional<Ground> ground = Optional.empty();
    Optional<OperationKeys> keys = Optional.empty();
    try {
      Passphrases passphrases = new Passphrases(System.getenv(), directory.secrets(), terminal);
      OperationKeys unlocked = OperationKeys.open(directory.secrets(), passphrases);
      keys = Optional.of(unlocked);
      Ground opened = ground(options, directory);
      ground = Optional.of(opened);
      ConfigurableApplicationContext context = spring(options, opened, unlocked);
      return new Server(
          unlocked,
          passphrases.generated(),
          opened,
          context,
          context.getBean(Members.class).firstAdministrator());
    } catch (RuntimeException failed) {
      keys.ifPresent(OperationKeys::close);
      ground.ifPresentOrElse(Ground::close, directory::close);
      throw failed;
    }
  }

  /** Where to point a browser. */
  public URI address() {
    int port =
        Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** The credentials of the first administrator when this start made one; shown once. */
  public Optional<Members.Credentials> firstAdministrator() {
    return firstAdministrator;
  }

  /** Where the passphrase Cordon made lies, while it lies there. */
  public Optional<Path> passphrase() {
    return passphrase;
  }

  /** Where everything is kept. */
  public DataDirectory directory() {
    return ground.directory();
  }

  @Override
  public void close() {
    context.close();
    keys.close();
    ground.close();
  }

  private static Ground ground(ServeOptions options, DataDirectory directory) {
    return options
        .database()
        .map(url -> Ground.external(directory, url, System.getenv()))
        .orElseGet(() -> Ground.embedded(directory));
  }

  private static ConfigurableApplicationContext spring(
      ServeOptions options, Ground ground, OperationKeys keys) {
    SpringApplication application = new SpringApplication(Cordon.class);
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(Map.of("server.port", options.port()));
    application.addInitializers(context -> {
      GenericApplicationContext beans = (GenericApplicationContext) context;
      beans.registerBean(
          Ground.class, () -> ground, definition -> definition.setDestroyMethodName(""));
      beans.registerBean(
          OperationKeys.class, () -> keys, definition -> definition.setDestroyMethodName(""));
    });
    try {
      return application.run();
    } catch (PortInUseException taken) {
      throw portTaken(options.port(), taken);
    }
  }

  private static void checkPort(int port) {
    if (port < 0 || port > 65_535) {
      throw new CordonException("--port takes 0 to 65535, not " + port + ".");
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException taken) {
      throw portTaken(port, taken);
    }
  }

  private static CordonException portTaken(int port, Exception taken) {
    return new CordonException(
        "port "
            + port
            + " on 127.0.0.1 can not be used: "
            + taken.getMessage()
            + ". Choose another with --port.",
        taken);
  }
}
