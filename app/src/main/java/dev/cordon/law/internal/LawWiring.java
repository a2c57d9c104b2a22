package dev.cordon.law.internal;

import dev.cordon.ground.DataDirectory;
import dev.cordon.law.CatalogueFiles;
import dev.cordon.law.Jurisdictions;
import dev.cordon.law.LawCatalogue;
import dev.cordon.law.TransferLaw;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LawWiring {

  /** The operator's own files, beside the rest of what the operator keeps. */
  private static final String OWN = "law";

  @Bean
  Jurisdictions jurisdictions() {
    return Jurisdictions.shipped();
  }

  @Bean
  LawCatalogue lawCatalogue(Jurisdictions places, DataDirectory directory) {
    return CatalogueFiles.shipped(places).with(directory.root().resolve(OWN)).catalogue();
  }

  @Bean
  TransferLaw transferLaw(Jurisdictions places) {
    return TransferLaw.shipped(places);
  }
}
