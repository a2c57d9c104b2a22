package dev.cordon.signin;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Under which name and origins browsers reach this server, as far as passkeys care. */
@Component
public class SignInHost {

  private static final Set<String> TRUSTED_WITHOUT_TLS = Set.of("localhost");

  private final SignInSettings settings;
  private final AtomicInteger port = new AtomicInteger();

  SignInHost(SignInSettings settings) {
    this.settings = settings;
  }

  @EventListener
  void on(WebServerInitializedEvent started) {
    port.set(started.getWebServer().getPort());
  }

  /** The host name passkeys belong to. */
  public String name() {
    return settings.host();
  }

  /** Whether passkeys work for a page opened under that host name. */
  public boolean isRight(String requestHost) {
    return settings.host().equals(requestHost)
        || settings.origins().stream().anyMatch(origin -> origin.endsWith("//" + requestHost));
  }

  /** The origins a passkey may come from. */
  Set<String> origins() {
    Set<String> origins = new HashSet<>(settings.origins());
    String behind = port.get() == 0 ? "" : ":" + port.get();
    origins.add("https://" + settings.host() + behind);
    if (TRUSTED_WITHOUT_TLS.contains(settings.host())) {
      origins.add("http://" + settings.host() + behind);
    }
    return origins;
  }
}
