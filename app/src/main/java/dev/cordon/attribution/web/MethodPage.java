package dev.cordon.attribution.web;

import dev.cordon.access.ForEveryMember;
import dev.cordon.attribution.AttributionRules;
import dev.cordon.attribution.Measured;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The rules by which countries are proposed, and how often each strength was right. */
@ForEveryMember("a method, and nothing of a case")
@Controller
class MethodPage {

  private final AttributionRules rules = AttributionRules.standard();
  private final Measured measured = Measured.shipped();

  @GetMapping("/operations/{operation}/attribution-method")
  String method(@PathVariable UUID operation, Model model) {
    model.addAttribute("rules", rules);
    model.addAttribute("measured", measured);
    return "attribution/method";
  }
}
