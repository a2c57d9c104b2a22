package dev.cordon.figures.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.figures.Definition;
import dev.cordon.figures.Definitions;
import dev.cordon.figures.OwnFigure;
import dev.cordon.figures.OwnFigures;
import dev.cordon.figures.PressTable;
import dev.cordon.figures.PressTables;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tables for the press. */
@NeedToKnow(Area.FIGURES)
@Controller
@RequestMapping("/operations/{operation}/figures/press")
class PressPage {

  private final PressTables tables;
  private final Definitions definitions;
  private final OwnFigures own;
  private final Access access;

  PressPage(PressTables tables, Definitions definitions, OwnFigures own, Access access) {
    this.tables = tables;
    this.definitions = definitions;
    this.own = own;
    this.access = access;
  }

  @GetMapping
  String list(
      @PathVariable UUID operation,
      @RequestParam(required = false) @Nullable UUID corrects,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<PressTable> list = tables.page(id, Math.max(1, page));
    boolean publishes = access.holds(id, Area.FIGURES, Right.PUBLISH);
    model.addAttribute("tables", list.rows());
    model.addAttribute("paging", Paging.of(list, address(operation), Map.of()));
    model.addAttribute("publishes", publishes);
    model.addAttribute("corrects", corrects);
    model.addAttribute(
        "definitions", definitions.current().stream().filter(PressPage::adds).toList());
    model.addAttribute("composed", publishes ? composed(id) : List.of());
    return "figures/press";
  }

  private static boolean adds(Definition one) {
    return one.working() == Definition.Working.SUM && one.place() >= 50;
  }

  private List<OwnFigure> composed(OperationId operation) {
    return access.holds(operation, Area.OWN_FIGURES, Right.READ)
        ? own.page(operation, 1).rows().stream().filter(OwnFigure::mayBePublished).toList()
        : List.of();
  }

  @NeedToKnow(value = Area.FIGURES, right = Right.PUBLISH)
  @PostMapping
  String publish(
      @PathVariable UUID operation,
      @Valid PressForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.made(
        checked,
        flash,
        address(operation),
        "Published, with an entry in the ledger.",
        () ->
            address(operation)
                + "/"
                + tables.publish(new OperationId(operation), form.order()).id());
  }

  @GetMapping("/{table}")
  String one(@PathVariable UUID operation, @PathVariable UUID table, Model model) {
    OperationId id = new OperationId(operation);
    model.addAttribute("table", tables.get(id, table));
    model.addAttribute("publishes", access.holds(id, Area.FIGURES, Right.PUBLISH));
    return "figures/press-one";
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/figures/press";
  }
}
