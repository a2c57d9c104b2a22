package dev.cordon.intake.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.intake.OriginalRow;
import dev.cordon.intake.Source;
import dev.cordon.intake.SourceRow;
import dev.cordon.intake.Sources;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One row of a source: what it became, where it lies, and its original with values masked. */
@NeedToKnow(Area.SOURCES)
@Controller
@RequestMapping("/operations/{operation}/sources")
class RowPage {

  private final Sources sources;

  RowPage(Sources sources) {
    this.sources = sources;
  }

  /** One value of a record the row gave. */
  record Field(String kind, String name, String value) {}

  /** From a record, which knows its source by name, to the row. */
  @GetMapping("/rows")
  String row(
      @PathVariable UUID operation,
      @RequestParam String name,
      @RequestParam String table,
      @RequestParam long row,
      RedirectAttributes place) {
    Source source = sources.named(new OperationId(operation), name).orElseThrow();
    place.addAttribute("table", table);
    place.addAttribute("row", row);
    return "redirect:/operations/" + operation + "/sources/" + source.id() + "/rows";
  }

  @NeedToKnow(value = Area.SOURCES, consults = true)
  @GetMapping("/{source}/rows")
  String row(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @RequestParam String table,
      @RequestParam long row,
      Model model) {
    OperationId id = new OperationId(operation);
    SourceRow found = sources.row(id, source, table, row, "opened the row on its page");
    OriginalRow original = sources.original(id, source, found);
    model.addAttribute("one", sources.get(id, source));
    model.addAttribute("row", found);
    model.addAttribute("original", original);
    model.addAttribute(
        "records",
        found.records().stream()
            .flatMap(piece ->
                piece.values().entrySet().stream()
                    .map(value -> new Field(piece.kind(), value.getKey(), value.getValue())))
            .toList());
    return "intake/row";
  }
}
