package dev.cordon.figures.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.ForEveryMember;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.web.Display;
import dev.cordon.web.Paging;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The operation's overview, and the list behind each bar of its timeline. */
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
      @RequestParam(defaultValue = "subjects") String show,
      Model model) {
    OperationId id = new OperationId(operation);
    if (!access.holds(id, Area.FIGURES, Right.READ)) {
      return "redirect:/operations/" + operation + display.first(access.readable(id));
    }
    model.addAttribute("view", overviews.now(new OperationId(operation), measure(show)));
    return "figures/overview";
  }

  @GetMapping("/timeline/{kind}")
  String happenings(
      @PathVariable UUID operation,
      @PathVariable String kind,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Happening.Kind one =
        Happening.KINDS.stream()
            .filter(known -> known.key().equals(kind))
            .findFirst()
            .orElseThrow(NotPermittedException::new);
    Page<Happening> list =
        overviews.happenings(new OperationId(operation), one, from, to, Math.max(1, page));
    model.addAttribute("kind", one);
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    model.addAttribute("rows", list.rows());
    model.addAttribute(
        "paging",
        Paging.of(
            list,
            "/operations/" + operation + "/timeline/" + kind,
            Map.of("from", from.toString(), "to", to.toString())));
    return "figures/happenings";
  }

  private static OverviewView.Measure measure(String show) {
    try {
      return OverviewView.Measure.valueOf(show.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return OverviewView.Measure.SUBJECTS;
    }
  }
}
