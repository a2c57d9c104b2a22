package dev.cordon.figures.web;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.figures.FigureBook;
import dev.cordon.figures.FigureChange;
import dev.cordon.figures.FigureChanges;
import dev.cordon.figures.Publications;
import dev.cordon.web.Paging;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Figures at two moments, two figures beside each other, and the records between them. */
@NeedToKnow(Area.FIGURES)
@Controller
@RequestMapping("/operations/{operation}/figures")
class ChangesPage {

  private final FigureChanges changes;
  private final FigureBook book;
  private final Publications publications;

  ChangesPage(FigureChanges changes, FigureBook book, Publications publications) {
    this.changes = changes;
    this.book = book;
    this.publications = publications;
  }

  /** What changed since a publication, in the words of the address that was handed out. */
  @GetMapping("/publications/{publication}/changes")
  String sincePublication(
      @PathVariable UUID operation,
      @PathVariable UUID publication,
      @RequestParam(required = false) @Nullable UUID until) {
    OperationId id = new OperationId(operation);
    Instant first = changes.publication(id, publication).asOf();
    String second = until == null ? "" : "&second=" + changes.publication(id, until).asOf();
    return "redirect:" + address(operation) + "?first=" + first + second;
  }

  /** Every figure at two moments. */
  @GetMapping("/changes")
  String all(
      @PathVariable UUID operation,
      @RequestParam(required = false) @Nullable String first,
      @RequestParam(required = false) @Nullable String second,
      Model model) {
    OperationId id = new OperationId(operation);
    Instant from = first(id, first);
    Instant until = Asked.moment(second);
    model.addAttribute("first", from);
    model.addAttribute("second", until);
    model.addAttribute("differences", changes.between(id, from, until));
    model.addAttribute("publications", publications.all(id, 1).rows());
    model.addAttribute("marks", book.marks(id));
    return "figures/changes";
  }

  /** The records between two moments of a figure, or between two figures. */
  @GetMapping("/changes/{name}")
  String one(
      @PathVariable UUID operation,
      @PathVariable String name,
      @RequestParam(required = false) @Nullable String first,
      @RequestParam(required = false) @Nullable String second,
      @RequestParam(required = false) @Nullable String with,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    Instant from = first(id, first);
    Instant until = Asked.moment(second);
    String other = with == null || with.isBlank() ? name : with;
    Page<FigureChange> records = changes.records(id, name, from, other, until, Math.max(1, page));
    model.addAttribute("first", from);
    model.addAttribute("second", until);
    model.addAttribute("difference", changes.of(id, name, from, other, until));
    model.addAttribute("figure", book.now(id, name));
    model.addAttribute("other", book.now(id, other));
    model.addAttribute("figures", book.now(id).figures());
    model.addAttribute("records", records.rows());
    model.addAttribute(
        "paging", Paging.of(records, address(operation) + "/" + name, query(from, until, with)));
    return "figures/change";
  }

  private Instant first(OperationId operation, @Nullable String said) {
    return Optional.ofNullable(Asked.moment(said))
        .or(() -> book.marks(operation).stream().findFirst())
        .orElseThrow(() -> new RefusedException("Nothing was counted yet; look again later."));
  }

  private static Map<String, String> query(
      Instant first, @Nullable Instant second, @Nullable String with) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("first", first.toString());
    if (second != null) {
      query.put("second", second.toString());
    }
    if (with != null) {
      query.put("with", with);
    }
    return query;
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/figures/changes";
  }
}
