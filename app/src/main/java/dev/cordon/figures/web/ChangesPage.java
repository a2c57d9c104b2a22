package dev.cordon.figures.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.figures.FigureBook;
import dev.cordon.figures.FigureChange;
import dev.cordon.figures.FigureChanges;
import dev.cordon.web.Paging;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Published figures beside later ones, and the records that make the difference. */
@NeedToKnow(Area.FIGURES)
@Controller
@RequestMapping("/operations/{operation}/figures/publications/{publication}/changes")
class ChangesPage {

  private final FigureChanges changes;
  private final FigureBook book;

  ChangesPage(FigureChanges changes, FigureBook book) {
    this.changes = changes;
    this.book = book;
  }

  @GetMapping
  String all(
      @PathVariable UUID operation,
      @PathVariable UUID publication,
      @RequestParam(required = false) @Nullable UUID until,
      Model model) {
    OperationId id = new OperationId(operation);
    moments(id, publication, until, model);
    model.addAttribute("differences", changes.since(id, publication, until));
    model.addAttribute("others", book.publications(id, 1).rows());
    return "figures/changes";
  }

  @GetMapping("/{name}")
  String one(
      @PathVariable UUID operation,
      @PathVariable UUID publication,
      @PathVariable String name,
      @RequestParam(required = false) @Nullable UUID until,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    moments(id, publication, until, model);
    Page<FigureChange> records = changes.records(id, publication, until, name, Math.max(1, page));
    model.addAttribute("figure", book.now(id, name));
    model.addAttribute("records", records.rows());
    model.addAttribute(
        "paging",
        Paging.of(
            records,
            "/operations/"
                + operation
                + "/figures/publications/"
                + publication
                + "/changes/"
                + name,
            until == null ? Map.of() : Map.of("until", until.toString())));
    return "figures/change";
  }

  private void moments(OperationId id, UUID publication, @Nullable UUID until, Model model) {
    model.addAttribute("first", changes.publication(id, publication));
    model.addAttribute("second", until == null ? null : changes.publication(id, until));
    model.addAttribute("until", until);
  }
}
