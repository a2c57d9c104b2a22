package dev.cordon.law.web;

import dev.cordon.access.ForEveryMember;
import dev.cordon.law.Conduct;
import dev.cordon.law.Coverage;
import dev.cordon.law.JurisdictionLaw;
import dev.cordon.law.LawCatalogue;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue, which belongs to no operation: every signed-in member may ask. */
@ForEveryMember("the law is public")
@RestController
class LawController {

  private final LawCatalogue catalogue;

  LawController(LawCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @GetMapping("/api/law")
  List<JurisdictionLaw> jurisdictions() {
    return catalogue.jurisdictions();
  }

  @GetMapping({"/api/law/coverage", "/api/operations/{operation}/law/coverage"})
  Coverage coverage(
      @RequestParam String country, @RequestParam Conduct conduct, @RequestParam LocalDate on) {
    return catalogue.coverage(country, conduct, on);
  }
}
