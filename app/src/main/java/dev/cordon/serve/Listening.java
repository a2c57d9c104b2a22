package dev.cordon.serve;

import dev.cordon.CordonException;
import dev.cordon.edge.AgencyCertificate;
import dev.cordon.edge.Doors;
import dev.cordon.edge.HostName;
import dev.cordon.edge.LocalAuthority;
import dev.cordon.edge.ServerIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the server listens, under which names, and with which certificate.
 *
 * @param main the host its address is printed with
 */
record Listening(InetAddress address, String main, Doors doors, ServeOptions options) {

  /** Opens or makes what TLS needs. */
  static Listening of(ServeOptions options, Path secrets) {
    InetAddress address = HostName.listening(options.address());
    List<String> hosts = new ArrayList<>(options.hosts());
    Optional<ServerIdentity> identity = Optional.empty();
    if (options.certificate().isPresent()) {
      AgencyCertificate own =
          AgencyCertificate.read(
              options.certificate().get(),
              options.certificateKey().orElseThrow(),
              hosts,
              InstantSource.system());
      if (hosts.isEmpty()) {
        hosts.addAll(own.names());
      }
      identity = Optional.of(own);
    } else if (!options.isPlain()) {
      identity =
          Optional.of(LocalAuthority.open(secrets.resolve("tls"), hosts, InstantSource.system()));
    }
    String main = hosts.isEmpty() ? "localhost" : hosts.getFirst();
    return new Listening(address, main, new Doors(Set.copyOf(hosts), identity), options);
  }

  /** The settings of the server that follow from it. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("server.port", options.port());
    settings.put("server.address", address.getHostAddress());
    settings.put("cordon.sign-in.host", main);
    if (doors.identity().isPresent()) {
      settings.put("server.ssl.bundle", ServerIdentity.BUNDLE);
      // A browser takes a cookie of such a name only over TLS, for this host alone and all its
      // paths: no neighbour under the same domain can plant one.
      settings.put("server.servlet.session.cookie.name", "__Host-cordon");
      settings.put("server.servlet.session.cookie.secure", true);
      settings.put("server.servlet.session.cookie.path", "/");
    }
    options
        .proxy()
        .ifPresent(proxy -> {
          settings.put("server.forward-headers-strategy", "native");
          settings.put("server.tomcat.remoteip.internal-proxies", Pattern.quote(proxy));
          settings.put("server.tomcat.remoteip.remote-ip-header", "X-Forwarded-For");
          settings.put("server.tomcat.remoteip.protocol-header", "X-Forwarded-Proto");
        });
    return settings;
  }

  /** Where to point a browser. */
  URI at(int port) {
    String scheme = doors.identity().isPresent() ? "https" : "http";
    String host = main.contains(":") ? "[" + main + "]" : main;
    return URI.create(scheme + "://" + host + ":" + port + "/");
  }

  /** Refuses a port that is not free, before anything is started or written. */
  static void checkPort(ServeOptions options) {
    int port = options.port();
    if (port < 0 || port > 65_535) {
      throw new CordonException("--port takes 0 to 65535, not " + port + ".");
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(HostName.listening(options.address()), port));
    } catch (IOException taken) {
      throw portTaken(options, taken);
    }
  }

  static CordonException portTaken(ServeOptions options, Exception taken) {
    return new CordonException(
        "port "
            + options.port()
            + " on "
            + options.address()
            + " can not be used: "
            + taken.getMessage()
            + ". Choose another with --port.",
        taken);
  }
}
