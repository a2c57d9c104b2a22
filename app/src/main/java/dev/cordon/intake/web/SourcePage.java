package dev.cordon.intake.web;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.HandlingCodes;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.intake.Balance;
import dev.cordon.intake.ImportFolder;
import dev.cordon.intake.QuarantinedRow;
import dev.cordon.intake.Restrictions;
import dev.cordon.intake.Source;
import dev.cordon.intake.SourceRow;
import dev.cordon.intake.Sources;
import dev.cordon.web.Paging;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sources with their balance, one source with its quarantine, and one row of it. */
@NeedToKnow(Area.SOURCES)
@Controller
@RequestMapping("/operations/{operation}/sources")
class SourcePage {

  private final Sources sources;
  private final Restrictions restrictions;
  private final Access access;
  private final ImportFolder importFolder;
  private final HandlingCodes codes;

  SourcePage(
      Sources sources,
      Restrictions restrictions,
      Access access,
      ImportFolder importFolder,
      HandlingCodes codes) {
    this.codes = codes;
    this.sources = sources;
    this.restrictions = restrictions;
    this.access = access;
    this.importFolder = importFolder;
  }

  /** The balance of the sources on the page. */
  record Sum(long rowsIn, long stored, long quarantined, long duplicates) {

    static Sum of(List<Source> sources) {
      return new Sum(
          sources.stream().mapToLong(Source::rowsIn).sum(),
          sources.stream().mapToLong(Source::stored).sum(),
          sources.stream().mapToLong(Source::quarantined).sum(),
          sources.stream().mapToLong(Source::duplicates).sum());
    }
  }

  /** A table of a source, with the name its rows are found under. */
  record Table(
      String key,
      String name,
      String unit,
      long rowsIn,
      long stored,
      long quarantined,
      long duplicates) {

    static Table of(Source source, Balance balance) {
      String inside = source.name() + "/";
      return new Table(
          balance.name().startsWith(inside)
              ? balance.name().substring(inside.length())
              : balance.unit().endsWith("line") ? "lines" : "records",
          balance.name(),
          balance.unit(),
          balance.rowsIn(),
          balance.stored(),
          balance.quarantined(),
          balance.duplicates());
    }
  }

  /** One value of a record the row gave. */
  record Field(String kind, String name, String value) {}

  @GetMapping
  String list(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    OperationId id = new OperationId(operation);
    Page<Source> list = sources.page(id, Math.max(1, page));
    model.addAttribute("sources", list.rows());
    model.addAttribute("sum", Sum.of(list.rows()));
    boolean takes = access.holds(id, Area.SOURCES, Right.WRITE);
    model.addAttribute("takes", takes);
    model.addAttribute("importFolder", importFolder.folder());
    model.addAttribute("waiting", takes ? importFolder.waiting() : List.of());
    model.addAttribute("paging", Paging.of(list, address(operation), Map.of()));
    return "intake/sources";
  }

  @PostMapping
  String take(@PathVariable UUID operation, @RequestParam String file, RedirectAttributes flash) {
    try {
      Sources.Taken taken = sources.take(new OperationId(operation), importFolder.find(file), file);
      flash.addFlashAttribute(
          "done",
          taken.sameBytes()
              ? "These bytes are a source already; nothing was changed."
              : "Taken in and sealed.");
      return "redirect:" + address(operation) + "/" + taken.source().id();
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
      return "redirect:" + address(operation);
    }
  }

  @GetMapping("/{source}")
  String one(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "1") int tables,
      @RequestParam(defaultValue = "1") int hidden,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<Restrictions.Counted> taken = restrictions.counted(id, source, Math.max(1, hidden));
    model.addAttribute("hiddenRows", taken.rows());
    model.addAttribute(
        "hiddenPaging",
        new Paging(hidden, taken.total(), address(operation) + "/" + source, Map.of(), "hidden"));
    Source one = sources.get(id, source);
    Page<Balance> balances = sources.balances(id, source, Math.max(1, tables));
    Page<QuarantinedRow> quarantine = sources.quarantine(id, source, Math.max(1, page));
    model.addAttribute("one", one);
    model.addAttribute("setsCode", codes.maySet(id));
    model.addAttribute("ownCode", codes.of(id, HandlingCodes.Kind.SOURCE, source).orElse(null));
    model.addAttribute(
        "tables", balances.rows().stream().map(balance -> Table.of(one, balance)).toList());
    model.addAttribute(
        "tablePaging",
        new Paging(
            tables, balances.total(), address(operation) + "/" + source, Map.of(), "tables"));
    model.addAttribute("quarantine", quarantine.rows());
    model.addAttribute(
        "paging", Paging.of(quarantine, address(operation) + "/" + source, Map.of()));
    return "intake/source";
  }

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
    return "redirect:" + address(operation) + "/" + source.id() + "/rows";
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
    model.addAttribute("one", sources.get(id, source));
    model.addAttribute("row", found);
    model.addAttribute(
        "records",
        found.records().stream()
            .flatMap(piece ->
                piece.values().entrySet().stream()
                    .map(value -> new Field(piece.kind(), value.getKey(), value.getValue())))
            .toList());
    return "intake/row";
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/sources";
  }
}
