package dev.cordon.law.web;

import dev.cordon.access.ForEveryMember;
import dev.cordon.law.Conduct;
import dev.cordon.law.Coverage;
import dev.cordon.law.JurisdictionLaw;
import dev.cordon.law.LawCatalogue;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The coverage of every conduct in every country on a day, and one country in detail. */
@ForEveryMember("the law is public")
@Controller
class LawPage {

  private final LawCatalogue catalogue;

  LawPage(LawCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** One country's line of the matrix. */
  record Line(JurisdictionLaw jurisdiction, List<Coverage> answers) {}

  @GetMapping("/operations/{operation}/law")
  String law(
      @PathVariable UUID operation,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate on,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "POSSESS") Conduct conduct,
      Model model) {
    LocalDate day = on == null ? LocalDate.now(ZoneOffset.UTC) : on;
    model.addAttribute("on", day);
    model.addAttribute("country", country);
    model.addAttribute("conduct", conduct);
    model.addAttribute("conducts", Conduct.values());
    model.addAttribute(
        "lines",
        catalogue.jurisdictions().stream().map(jurisdiction -> line(jurisdiction, day)).toList());
    catalogue
        .jurisdiction(country)
        .ifPresent(jurisdiction -> {
          model.addAttribute("jurisdiction", jurisdiction);
          model.addAttribute("coverage", catalogue.coverage(country, conduct, day));
        });
    return "law/law";
  }

  private Line line(JurisdictionLaw jurisdiction, LocalDate day) {
    return new Line(
        jurisdiction,
        Arrays.stream(Conduct.values())
            .map(conduct -> catalogue.coverage(jurisdiction.country(), conduct, day))
            .toList());
  }
}
