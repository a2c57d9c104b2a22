package dev.cordon.dispatch.internal;

import dev.cordon.exchange.ManifestSigner;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.Secrets;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.kernel.merkle.NoteSigner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DispatchWiring {

  private static final String KEY = "dispatch-key";
  private static final String NAME = "cordon.dispatch";

  @Bean
  NoteSigner packageNoteSigner(DataDirectory directory) {
    return NoteSigner.parse(
        new Secrets(directory.secrets()).text(KEY, () -> NoteSigner.generate(NAME).secret()));
  }

  @Bean
  ManifestSigner packageSigner(NoteSigner packageNoteSigner) {
    return packageNoteSigner::sign;
  }

  @Bean
  NoteKey packageKey(NoteSigner packageNoteSigner) {
    return packageNoteSigner.key();
  }
}
