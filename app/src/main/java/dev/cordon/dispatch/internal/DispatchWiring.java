package dev.cordon.dispatch.internal;

import dev.cordon.exchange.ManifestSigner;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DispatchWiring {

  private static final String KEY = "dispatch-signing-key";

  @Bean
  ManifestSigner packageSigner(DataDirectory directory) {
    String secret = new Secrets(directory.secrets()).text(KEY, NoteKey::generate);
    return NoteKey.read("cordon.dispatch", secret);
  }
}
