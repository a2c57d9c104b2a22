package dev.cordon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

  private final ApplicationModules modules = ApplicationModules.of(Cordon.class);

  @Test
  void stages_keepTheirBorders() {
    modules.verify();
  }

  @Test
  void borderTest_sawEveryStage() {
    assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
        .contains(
            "intake",
            "resolution",
            "attribution",
            "deconfliction",
            "dispatch",
            "action",
            "evidence",
            "triage",
            "figures",
            "law",
            "ledger",
            "access",
            "web");
  }
}
