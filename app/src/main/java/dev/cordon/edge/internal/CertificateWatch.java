package dev.cordon.edge.internal;

import dev.cordon.CordonException;
import dev.cordon.edge.Doors;
import dev.cordon.edge.ServerIdentity;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes a renewed or replaced certificate into use while the server runs. */
@Component
class CertificateWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);

  private final Duration every;
  private final Doors doors;
  private final SslBundleRegistry bundles;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("certificate").factory());
  private volatile boolean running;

  CertificateWatch(
      ObjectProvider<Doors> doors,
      SslBundleRegistry bundles,
      @Value("${cordon.certificate.look-every:1h}") Duration every) {
    this.every = every;
    this.doors = doors.getIfAvailable(Doors::plain);
    this.bundles = bundles;
  }

  /** Looks now; the server's next handshake uses what was found. */
  void look() {
    try {
      doors.identity().filter(ServerIdentity::refresh).ifPresent(this::use);
    } catch (CordonException failed) {
      LOG.error("the server certificate could not be renewed", failed);
    }
  }

  private void use(ServerIdentity identity) {
    bundles.updateBundle(ServerIdentity.BUNDLE, identity.bundle());
    LOG.info("a new server certificate is in use until {}", identity.expires());
  }

  @Override
  public void start() {
    running = true;
    if (doors.identity().isPresent()) {
      clock.scheduleWithFixedDelay(
          this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void stop() {
    running = false;
    clock.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
