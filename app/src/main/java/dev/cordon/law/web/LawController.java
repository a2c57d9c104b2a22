package dev.cordon.law.web;

import dev.cordon.access.ForEveryMember;
import dev.cordon.law.AgeBand;
import dev.cordon.law.Conduct;
import dev.cordon.law.Coverage;
import dev.cordon.law.Jurisdiction;
import dev.cordon.law.JurisdictionLaw;
import dev.cordon.law.LawCatalogue;
import dev.cordon.law.LawQuestion;
import dev.cordon.law.Material;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
  List<JurisdictionLaw> files() {
    return catalogue.files();
  }

  @GetMapping("/api/law/jurisdictions")
  List<Jurisdiction> jurisdictions() {
    return catalogue.places().all();
  }

  /** {@code country} is a code of the list of jurisdictions: of a country or a part of one. */
  @GetMapping({"/api/law/coverage", "/api/operations/{operation}/law/coverage"})
  Coverage coverage(
      @RequestParam String country,
      @RequestParam Conduct conduct,
      @RequestParam(defaultValue = "SYNTHETIC_PHOTOREALISTIC") Material material,
      @RequestParam(required = false) @Nullable AgeBand age,
      @RequestParam LocalDate on) {
    return catalogue.coverage(new LawQuestion(country, conduct, material, age, on));
  }
}
