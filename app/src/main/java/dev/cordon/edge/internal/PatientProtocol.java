package dev.cordon.edge.internal;

import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.coyote.Constants;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/*
 * The container's own time limit begins anew with each byte, so that a connection which sends one
 * byte now and then never ends (slowloris). Here the whole head of a request, and before it the
 * whole TLS handshake, has one limit; and one address can not take all connections there are.
 */
/** HTTP/1.1 that waits so long for a request's head and no longer. */
public final class PatientProtocol extends Http11NioProtocol {

  private static final Duration LOOKS_EVERY = Duration.ofMillis(500);

  private Duration patience = Duration.ofSeconds(20);
  private @Nullable Thread watch;

  /** For the container. */
  public PatientProtocol() {
    super(new CountingEndpoint());
  }

  void setPatience(Duration headerPatience) {
    patience = headerPatience;
  }

  void setConnectionsPerAddress(int most) {
    ((CountingEndpoint) getEndpoint()).most = most;
  }

  @Override
  public void start() throws Exception {
    super.start();
    watch = Thread.ofVirtual().name("connections").start(this::look);
  }

  @Override
  public void stop() throws Exception {
    if (watch != null) {
      watch.interrupt();
    }
    super.stop();
  }

  private void look() {
    Map<Object, Long> since = new IdentityHashMap<>();
    while (!Thread.currentThread().isInterrupted()) {
      Map<Object, Long> now = new IdentityHashMap<>();
      for (SocketWrapperBase<NioChannel> connection : ((CountingEndpoint) getEndpoint()).open()) {
        if (isAsking(connection)) {
          now.put(connection, since.getOrDefault(connection, System.nanoTime()));
          if (System.nanoTime() - now.get(connection) > patience.toNanos()) {
            connection.close();
          }
        }
      }
      since = now;
      LockSupport.parkNanos(LOOKS_EVERY.toNanos());
    }
  }

  /**
   * Whether the handshake or the head of a request is not over yet. Between two requests a
   * connection has no processor; one that waits for the rest of a head keeps it, at rest.
   */
  private static boolean isAsking(SocketWrapperBase<NioChannel> connection) {
    if (connection.getCurrentProcessor() instanceof Processor processor) {
      return !processor.isAsync()
          && !processor.isUpgrade()
          && processor.getRequest().getRequestProcessor().getStage() == Constants.STAGE_ENDED;
    }
    return !connection.getSocket().isHandshakeComplete();
  }

  private static final class CountingEndpoint extends NioEndpoint {

    private volatile int most = 256;

    java.util.Set<SocketWrapperBase<NioChannel>> open() {
      return getConnections();
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
      if (isOneTooMany(socket)) {
        destroySocket(socket);
        return false;
      }
      return super.setSocketOptions(socket);
    }

    private boolean isOneTooMany(SocketChannel socket) {
      try {
        if (!(socket.getRemoteAddress() instanceof InetSocketAddress from)) {
          return true;
        }
        String key = RemoteAddress.key(from.getAddress());
        return getConnections().stream()
                .filter(one -> key.equals(RemoteAddress.key(String.valueOf(one.getRemoteAddr()))))
                .limit(most)
                .count()
            >= most;
      } catch (java.io.IOException gone) {
        return true;
      }
    }
  }
}
