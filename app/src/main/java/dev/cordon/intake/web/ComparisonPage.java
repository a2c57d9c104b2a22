package dev.cordon.intake.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.intake.DayHoles;
import dev.cordon.intake.Source;
import dev.cordon.intake.SourceComparison;
import dev.cordon.intake.SourceCounts;
import dev.cordon.intake.SourceFilter;
import dev.cordon.intake.Sources;
import dev.cordon.web.Paging;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rows per day of a source with their holes, and two sources beside each other. */
@NeedToKnow(Area.SOURCES)
@Controller
@RequestMapping("/operations/{operation}/sources")
class ComparisonPage {

  private static final int DAYS_SHOWN = 400;

  private final Sources sources;

  ComparisonPage(Sources sources) {
    this.sources = sources;
  }

  @GetMapping("/{source}/days")
  String days(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      Model model) {
    OperationId id = new OperationId(operation);
    SourceCounts counts = sources.counts(id, source);
    List<SourceCounts.Day> days = days(counts, kind, day(from), day(to));
    int number = Math.max(1, page);
    int begin = (int) Math.min(days.size(), Page.offset(number));
    model.addAttribute("one", sources.get(id, source));
    model.addAttribute("counted", sources.isCounted(id, source));
    model.addAttribute("days", SourceDays.of(counts));
    model.addAttribute("rule", DayHoles.RULE);
    model.addAttribute("kind", kind);
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    model.addAttribute("kinds", SourceDays.perKind(counts).keySet());
    model.addAttribute("rows", days.subList(begin, Math.min(days.size(), begin + Page.SIZE)));
    model.addAttribute(
        "paging",
        new Paging(
            number,
            days.size(),
            "/operations/" + operation + "/sources/" + source + "/days",
            Map.of("kind", kind, "from", from, "to", to)));
    return "intake/source-days";
  }

  @GetMapping("/compare")
  String compare(
      @PathVariable UUID operation,
      @RequestParam(required = false) @Nullable UUID left,
      @RequestParam(required = false) @Nullable UUID right,
      @RequestParam(defaultValue = "") String part,
      @RequestParam(defaultValue = "false") boolean all,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<Source> offered = sources.page(id, new SourceFilter(part, ""), 1);
    model.addAttribute("offered", offered.rows());
    model.addAttribute("more", offered.total() - offered.rows().size());
    model.addAttribute("part", part);
    model.addAttribute("all", all);
    model.addAttribute("left", left == null ? null : sources.get(id, left));
    model.addAttribute("right", right == null ? null : sources.get(id, right));
    if (left != null && right != null) {
      SourceComparison compared = sources.compare(id, left, right);
      model.addAttribute("compared", compared);
      int shown = Math.min(DAYS_SHOWN, compared.days().size());
      model.addAttribute("shownDays", compared.days().subList(0, shown));
      model.addAttribute(
          "daysUnder",
          "Rows by kind and day, UTC; " + compared.equalDays() + " more days are equal.");
      model.addAttribute("daysLeft", compared.days().size() - shown);
      model.addAttribute(
          "uncounted", Stream.of(left, right).anyMatch(source -> !sources.isCounted(id, source)));
    }
    return "intake/source-comparison";
  }

  private static List<SourceCounts.Day> days(
      SourceCounts counts, String kind, @Nullable LocalDate from, @Nullable LocalDate to) {
    return counts.days().stream()
        .filter(day -> kind.isBlank() || day.kind().equals(kind))
        .filter(day -> from == null || !day.day().isBefore(from))
        .filter(day -> to == null || !day.day().isAfter(to))
        .toList();
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException none) {
      throw new IllegalArgumentException("no day: " + text, none);
    }
  }
}
