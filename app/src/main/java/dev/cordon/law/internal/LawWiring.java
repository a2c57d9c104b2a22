package dev.cordon.law.internal;

import dev.cordon.law.Jurisdictions;
import dev.cordon.law.LawCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LawWiring {

  @Bean
  Jurisdictions jurisdictions() {
    return Jurisdictions.shipped();
  }

  @Bean
  LawCatalogue lawCatalogue() {
    return new CatalogueReader().readAll();
  }
}
