package dev.cordon.figures.web;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.ForEveryMember;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.web.Display;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The operation's overview; it keeps its filters in the address and looks for news by itself. */
@NeedToKnow(Area.FIGURES)
@Controller
@RequestMapping("/operations/{operation}")
class OverviewPage {

  private final Overviews overviews;
  private final Access access;
  private final Display display;

  OverviewPage(Overviews overviews, Access access, Display display) {
    this.overviews = overviews;
    this.access = access;
    this.display = display;
  }

  @ForEveryMember("who reads no figures is led on to the first stage that is open")
  @GetMapping
  String overview(
      @PathVariable UUID operation,
      Asked asked,
      @RequestParam(defaultValue = "subjects") String show,
      Model model) {
    OperationId id = new OperationId(operation);
    if (!access.holds(id, Area.FIGURES, Right.READ)) {
      return "redirect:/operations/" + operation + display.first(access.readable(id));
    }
    model.addAttribute("view", overviews.now(id, asked, measure(show)));
    model.addAttribute("asked", asked);
    model.addAttribute("choices", overviews.countries(id));
    model.addAttribute("heads", HEADS);
    return "figures/overview";
  }

  private static final String[] HEADS = {
    "Packages", "Dispatched", "Acted on", "Searches", "Arrests", "Items"
  };

  /** When was last counted. */
  @ResponseBody
  @GetMapping("/overview/moment")
  Map<String, String> moment(@PathVariable UUID operation) {
    return Map.of("as_of", overviews.moment(new OperationId(operation)).toString());
  }

  private static OverviewView.Measure measure(String show) {
    try {
      return OverviewView.Measure.valueOf(show.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return OverviewView.Measure.SUBJECTS;
    }
  }
}
