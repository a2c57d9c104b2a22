package dev.cordon.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cordon.CordonException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The only thing that is served without TLS: the page that tells how to trust the server, its
 * certificate, and the way to the real address. It reads no body, sets no cookie and knows no
 * session; it has nothing to do with the rest of the server.
 */
public final class PlainDoor implements AutoCloseable {

  private static final String MOST_SECONDS = "10";
  private static final int THREADS = 4;
  private static final int MOVED = 307;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  private PlainDoor(HttpServer server) {
    this.server = server;
  }

  /**
   * Opens it.
   *
   * @param target where the real server is
   * @throws CordonException when the port can not be used
   */
  public static PlainDoor open(InetSocketAddress address, TrustPages pages, String target) {
    System.setProperty("sun.net.httpserver.maxReqTime", MOST_SECONDS);
    System.setProperty("sun.net.httpserver.maxRspTime", MOST_SECONDS);
    System.setProperty("sun.net.httpserver.idleInterval", MOST_SECONDS);
    System.setProperty("jdk.httpserver.maxConnections", "64");
    System.setProperty("sun.net.httpserver.maxReqHeaders", "60");
    System.setProperty("sun.net.httpserver.maxReqHeaderSize", "16384");
    try {
      PlainDoor door = new PlainDoor(HttpServer.create(address, 16));
      door.server.setExecutor(door.threads);
      door.server.createContext("/", exchange -> answer(exchange, pages, target));
      door.server.start();
      return door;
    } catch (IOException taken) {
      throw new CordonException(
          "port "
              + address.getPort()
              + " for the page on how to trust this server can not be used: "
              + taken.getMessage()
              + ". Choose another with --http-port.",
          taken);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, TrustPages pages, String target)
      throws IOException {
    try (exchange) {
      var headers = exchange.getResponseHeaders();
      headers.set(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("X-Frame-Options", "DENY");
      headers.set("Referrer-Policy", "no-referrer");
      headers.set("Cache-Control", "no-store");
      String host = exchange.getRequestHeaders().getFirst("Host");
      if (host == null || !pages.doors().knows(host)) {
        exchange.sendResponseHeaders(400, -1);
        return;
      }
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      Optional<TrustPages.Sent> sent = pages.find(exchange.getRequestURI().getRawPath());
      if (sent.isEmpty()) {
        headers.set("Location", target);
        exchange.sendResponseHeaders(MOVED, -1);
        return;
      }
      headers.set("Content-Type", sent.get().type());
      exchange.sendResponseHeaders(200, sent.get().bytes().length);
      exchange.getResponseBody().write(sent.get().bytes());
    }
  }
}
