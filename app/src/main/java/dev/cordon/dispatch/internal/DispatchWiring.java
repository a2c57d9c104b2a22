package dev.cordon.dispatch.internal;

import dev.cordon.correspondents.OwnKeys;
import dev.cordon.exchange.ManifestSigner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DispatchWiring {

  @Bean
  ManifestSigner packageSigner(OwnKeys keys) {
    return keys::sign;
  }
}
