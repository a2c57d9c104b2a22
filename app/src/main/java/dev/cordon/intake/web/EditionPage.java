package dev.cordon.intake.web;

import dev.cordon.CordonException;
import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.intake.EditionDifference;
import dev.cordon.intake.EditionLine;
import dev.cordon.intake.Editions;
import dev.cordon.intake.ImportFolder;
import dev.cordon.intake.Rereading;
import dev.cordon.intake.Rereadings;
import dev.cordon.intake.Source;
import dev.cordon.intake.SourceId;
import dev.cordon.intake.Sources;
import dev.cordon.web.Paging;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The readings of a source: what each gave, what differs, and having it read again. */
@NeedToKnow(Area.SOURCES)
@Controller
@RequestMapping("/operations/{operation}/sources/{source}")
class EditionPage {

  private final Sources sources;
  private final Editions editions;
  private final Rereadings rereadings;
  private final Access access;
  private final ImportFolder importFolder;

  EditionPage(
      Sources sources,
      Editions editions,
      Rereadings rereadings,
      Access access,
      ImportFolder importFolder) {
    this.sources = sources;
    this.editions = editions;
    this.rereadings = rereadings;
    this.access = access;
    this.importFolder = importFolder;
  }

  @GetMapping("/editions")
  String editions(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    Source one = sources.get(id, source);
    Page<EditionLine> lines = editions.page(id, new SourceId(source), Math.max(1, page));
    model.addAttribute("one", one);
    model.addAttribute("standing", rereadings.standing(id, source));
    model.addAttribute("editions", lines.rows());
    model.addAttribute("paging", Paging.of(lines, address(operation, source), Map.of()));
    model.addAttribute("takes", retakes(id));
    model.addAttribute("importFolder", importFolder.folder());
    return "intake/editions";
  }

  @GetMapping("/editions/compare")
  String compare(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @RequestParam int before,
      @RequestParam int after,
      @RequestParam(defaultValue = "false") boolean all,
      Model model) {
    OperationId id = new OperationId(operation);
    SourceId which = new SourceId(source);
    int left = Math.min(before, after);
    int right = Math.max(before, after);
    if (left < 1 || right > editions.page(id, which, 1).total()) {
      throw new NoSuchElementException();
    }
    model.addAttribute("one", sources.get(id, source));
    model.addAttribute("before", left);
    model.addAttribute("after", right);
    model.addAttribute("all", all);
    Optional<EditionDifference> difference = editions.differs(id, which, left, right);
    model.addAttribute("difference", difference.orElse(null));
    model.addAttribute("changed", difference.map(ChangeView::of).orElse(null));
    model.addAttribute("compared", sources.compare(id, source, left, right).orElse(null));
    return "intake/edition-comparison";
  }

  @PostMapping("/again")
  String again(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @RequestParam(defaultValue = "read") String kind,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes flash) {
    try {
      Rereading.Kind how =
          kind.equals("normalise") ? Rereading.Kind.NORMALISE : Rereading.Kind.READ;
      rereadings.ask(new OperationId(operation), source, how, reason);
      flash.addFlashAttribute(
          "done", "It stands in the queue below. What changed is told on the source's page.");
      return "redirect:/operations/" + operation + "/sources/takings";
    } catch (CordonException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
      return "redirect:" + address(operation, source);
    }
  }

  @PostMapping("/seal")
  String seal(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes flash) {
    try {
      rereadings.askToSeal(new OperationId(operation), source, place, reason);
      flash.addFlashAttribute(
          "done",
          "No reader opens the copy any more. It is destroyed when the source was read again.");
      return "redirect:/operations/" + operation + "/sources/takings";
    } catch (dev.cordon.RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
      return "redirect:" + address(operation, source);
    }
  }

  private boolean retakes(OperationId id) {
    return access.holds(id, Area.SOURCES, Right.WRITE)
        && access.holds(id, Area.SEALED_TEXT, Right.WRITE);
  }

  private static String address(UUID operation, UUID source) {
    return "/operations/" + operation + "/sources/" + source + "/editions";
  }
}
