package dev.cordon.serve;

import dev.cordon.Cordon;
import dev.cordon.CordonException;
import dev.cordon.access.Members;
import dev.cordon.edge.Doors;
import dev.cordon.edge.LocalAuthority;
import dev.cordon.edge.PlainDoor;
import dev.cordon.edge.TrustPages;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.Ground;
import dev.cordon.ground.WayBack;
import dev.cordon.keys.OperationKeys;
import dev.cordon.keys.Passphrases;
import java.io.Console;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A running server. Close it to stop it and the database it started. */
public final class Server implements AutoCloseable {

  private final Ground ground;
  private final ConfigurableApplicationContext context;
  private final Listening listening;
  private final Optional<PlainDoor> plainDoor;
  private final Optional<Members.Credentials> firstAdministrator;
  private final OperationKeys keys;
  private final Optional<Path> passphrase;

  private Server(
      OperationKeys keys,
      Optional<Path> passphrase,
      Ground ground,
      ConfigurableApplicationContext context,
      Listening listening,
      Optional<PlainDoor> plainDoor,
      Optional<Members.Credentials> firstAdministrator) {
    this.keys = keys;
    this.passphrase = passphrase;
    this.ground = ground;
    this.context = context;
    this.listening = listening;
    this.plainDoor = plainDoor;
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
    options.check();
    Listening.checkPort(options);
    DataDirectory directory = DataDirectory.open(options.data());
    System.setProperty("cordon.log", directory.logs().resolve("cordon.log").toString());
    Optional<Ground> ground = Optional.empty();
    Optional<OperationKeys> keys = Optional.empty();
    try {
      Passphrases passphrases = new Passphrases(System.getenv(), directory.secrets(), terminal);
      OperationKeys unlocked = OperationKeys.open(directory.secrets(), passphrases);
      keys = Optional.of(unlocked);
      unlocked.prepareBackups();
      Listening listening = Listening.of(options, directory.secrets());
      Ground opened = ground(options, directory);
      ground = Optional.of(opened);
      ConfigurableApplicationContext context = spring(listening, opened, unlocked);
      return opened(unlocked, passphrases.generated(), opened, context, listening);
    } catch (RuntimeException failed) {
      keys.ifPresent(OperationKeys::close);
      ground.ifPresentOrElse(Ground::close, directory::close);
      throw failed;
    }
  }

  /** What a started server is made of, for tests of two servers in one process. */
  ConfigurableApplicationContext context() {
    return context;
  }

  /** Where to point a browser. */
  public URI address() {
    return listening.at(port(context));
  }

  /** Where, without TLS, it is told how to trust the server; missing when nothing is to be told. */
  public Optional<URI> trustPage() {
    return plainDoor.map(door ->
        URI.create(
            "http://"
                + address().getAuthority().replaceAll(":\\d+$", "")
                + ":"
                + door.port()
                + "/trust"));
  }

  /** SHA-256 of the local authority's certificate; missing without one. */
  public Optional<String> fingerprint() {
    return listening.doors().authority().map(LocalAuthority::fingerprint);
  }

  /** The local authority's certificate, for a program that is to trust it. */
  public Optional<X509Certificate> authority() {
    return listening.doors().authority();
  }

  /** The credentials of the first administrator when this start made one; shown once. */
  public Optional<Members.Credentials> firstAdministrator() {
    return firstAdministrator;
  }

  /** Where the passphrase Cordon made lies, while it lies there. */
  public Optional<Path> passphrase() {
    return passphrase;
  }

  /** What was kept when this start changed the database of an earlier release. */
  public Optional<WayBack> wayBack() {
    return ground.wayBack();
  }

  /** Where everything is kept. */
  public DataDirectory directory() {
    return ground.directory();
  }

  @Override
  public void close() {
    plainDoor.ifPresent(PlainDoor::close);
    context.close();
    keys.close();
    ground.close();
  }

  private static Ground ground(ServeOptions options, DataDirectory directory) {
    return options
        .database()
        .map(url -> Ground.external(directory, url, System.getenv()))
        .orElseGet(() -> Ground.embedded(directory, options.keepsWayBack()));
  }

  private static Server opened(
      OperationKeys keys,
      Optional<Path> passphrase,
      Ground ground,
      ConfigurableApplicationContext context,
      Listening listening) {
    try {
      Optional<PlainDoor> plainDoor =
          listening.doors().identity().map(tls -> plainDoor(context, listening));
      return new Server(
          keys,
          passphrase,
          ground,
          context,
          listening,
          plainDoor,
          context.getBean(Members.class).firstAdministrator());
    } catch (RuntimeException failed) {
      context.close();
      throw failed;
    }
  }

  private static PlainDoor plainDoor(ConfigurableApplicationContext context, Listening listening) {
    int main = port(context);
    int wanted =
        listening.options().httpPort().orElse(listening.options().port() == 0 ? 0 : main + 1);
    return PlainDoor.open(
        new InetSocketAddress(listening.address(), wanted),
        context.getBean(TrustPages.class),
        listening.at(main).toString());
  }

  private static int port(ConfigurableApplicationContext context) {
    return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
  }

  private static ConfigurableApplicationContext spring(
      Listening listening, Ground ground, OperationKeys keys) {
    SpringApplication application = new SpringApplication(Cordon.class);
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(false);
    application.addInitializers(context -> {
      // Before the settings file: what the command line says about listening holds.
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("listening", listening.settings()));
      GenericApplicationContext beans = (GenericApplicationContext) context;
      beans.registerBean(
          Ground.class, () -> ground, definition -> definition.setDestroyMethodName(""));
      beans.registerBean(
          OperationKeys.class, () -> keys, definition -> definition.setDestroyMethodName(""));
      beans.registerBean(Doors.class, listening::doors);
    });
    try {
      return application.run();
    } catch (PortInUseException taken) {
      throw Listening.portTaken(listening.options(), taken);
    }
  }
}
