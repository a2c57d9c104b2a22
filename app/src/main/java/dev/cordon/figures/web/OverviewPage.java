package dev.cordon.figures.web;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.ForEveryMember;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.web.Display;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
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

  private static final List<String> HEADS =
      List.of("Packages", "Dispatched", "Acted on", "Searches", "Arrests", "Items");

  private final Overviews overviews;
  private final Access access;
  private final Display display;
  private final WrittenPanels panels;

  OverviewPage(Overviews overviews, Access access, Display display, WrittenPanels panels) {
    this.overviews = overviews;
    this.panels = panels;
    this.access = access;
    this.display = display;
  }

  @ForEveryMember("who reads no figures is led on to the first stage that is open")
  @GetMapping
  String overview(
      @PathVariable UUID operation,
      Asked asked,
      @RequestParam(defaultValue = "subjects") String show,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    OperationId id = new OperationId(operation);
    if (!access.holds(id, Area.FIGURES, Right.READ)) {
      return "redirect:/operations/" + operation + display.first(access.readable(id));
    }
    OverviewView view = overviews.now(id, asked, measure(show));
    model.addAttribute("view", view);
    model.addAttribute("asked", asked);
    model.addAttribute("choices", overviews.countries(id));
    Map<String, String> written = new HashMap<>();
    contents(view, asked, "/operations/" + operation)
        .forEach(
            (panel, values) -> written.put(panel, panels.of(panel, values, request, response)));
    model.addAttribute("panels", written);
    return "figures/overview";
  }

  private static Map<String, Map<String, Object>> contents(
      OverviewView view, Asked asked, String base) {
    return Map.of(
        "map",
        Map.of(
            "map",
            view.map(),
            "measures",
            view.measures(),
            "shown",
            view.shown(),
            "asked",
            asked,
            "base",
            base),
        "timeline",
        Map.of("timeline", view.timeline()),
        "countries",
        Map.of("countries", view.countries(), "total", view.total(), "asked", asked, "base", base),
        "agencies",
        Map.of("agencies", view.agencies(), "heads", HEADS));
  }

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
