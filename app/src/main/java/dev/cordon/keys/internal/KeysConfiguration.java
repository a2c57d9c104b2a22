package dev.cordon.keys.internal;

import dev.cordon.ground.DataDirectory;
import dev.cordon.keys.OperationKeys;
import dev.cordon.keys.Passphrases;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys the server opened before it started Spring; without a server, opened here. */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {

  @Bean
  @ConditionalOnMissingBean
  OperationKeys operationKeys(DataDirectory directory) {
    return OperationKeys.open(
        directory.secrets(), new Passphrases(System.getenv(), directory.secrets(), null));
  }
}
