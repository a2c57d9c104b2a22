package dev.cordon.intake.web;

import dev.cordon.CordonException;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.intake.ImportFolder;
import dev.cordon.intake.Sources;
import dev.cordon.intake.Taking;
import dev.cordon.intake.TakingRequest;
import dev.cordon.intake.Takings;
import dev.cordon.web.Paging;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files are asked for and watched on their way in. */
@NeedToKnow(Area.SOURCES)
@Controller
@RequestMapping("/operations/{operation}/sources/takings")
class TakingPage {

  private final Takings takings;
  private final Sources sources;
  private final Access access;
  private final ImportFolder importFolder;

  TakingPage(Takings takings, Sources sources, Access access, ImportFolder importFolder) {
    this.takings = takings;
    this.sources = sources;
    this.access = access;
    this.importFolder = importFolder;
  }

  /** A file of the import folder, and whether it is on its way or a source of that name exists. */
  record Waiting(String name, String size, boolean isAsked, boolean isKnown) {}

  @GetMapping
  String page(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "1") int files,
      @RequestParam(defaultValue = "") String part,
      Model model) {
    OperationId id = new OperationId(operation);
    queue(id, page, model);
    boolean takes = access.holds(id, Area.SOURCES, Right.WRITE);
    model.addAttribute("takes", takes);
    if (takes) {
      Page<ImportFolder.Waiting> waiting =
          importFolder.page(part.strip().toLowerCase(Locale.ROOT), Math.max(1, files));
      model.addAttribute("waiting", waiting(id, waiting));
      model.addAttribute("part", part.strip());
      model.addAttribute(
          "filePaging",
          new Paging(
              files, waiting.total(), address(operation), Map.of("part", part.strip()), "files"));
      model.addAttribute("importFolder", importFolder.folder());
      model.addAttribute(
          "zones", ZoneId.getAvailableZoneIds().stream().filter(TakingPage::isPlace).sorted());
    }
    return "intake/takings";
  }

  /** The queue alone, for the page that reads itself anew while something runs. */
  @GetMapping("/now")
  String now(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    queue(new OperationId(operation), page, model);
    model.addAttribute("base", "/operations/" + operation + "/sources");
    return "intake/queue :: queue";
  }

  @PostMapping
  String ask(
      @PathVariable UUID operation, @ModelAttribute TakingForm form, RedirectAttributes flash) {
    OperationId id = new OperationId(operation);
    try {
      TakingRequest request = form.request();
      if (!form.isForAll() && form.names().isEmpty()) {
        throw new RefusedException("Nothing was asked for: choose a file, or all of them.");
      }
      int asked =
          form.isForAll() ? takings.askForAll(id, request) : takings.ask(id, form.names(), request);
      flash.addFlashAttribute(
          "done",
          asked == 0
              ? "Nothing new: what was chosen is on its way already."
              : (asked == 1 ? "One file is" : asked + " files are")
                  + " on the way in, one after the other. You may leave this page.");
    } catch (CordonException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
    }
    return "redirect:" + address(operation);
  }

  @PostMapping("/{taking}/stop")
  String stop(@PathVariable UUID operation, @PathVariable UUID taking, RedirectAttributes flash) {
    try {
      takings.stop(new OperationId(operation), taking);
      flash.addFlashAttribute("done", "It is stopped; nothing of it is taken in.");
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
    }
    return "redirect:" + address(operation);
  }

  private void queue(OperationId id, int number, Model model) {
    Page<Taking> page = takings.page(id, Math.max(1, number));
    model.addAttribute(
        "takings",
        page.rows().stream()
            .map(taking -> TakingView.of(taking, takings.progress(taking.id())))
            .toList());
    model.addAttribute("open", takings.open(id));
    model.addAttribute("stops", access.holds(id, Area.SOURCES, Right.WRITE));
    model.addAttribute("number", page.number());
    model.addAttribute("paging", Paging.of(page, address(id.value()), Map.of()));
  }

  private List<Waiting> waiting(OperationId id, Page<ImportFolder.Waiting> files) {
    Set<String> asked = takings.openNames(id);
    Set<String> known =
        sources.known(id, files.rows().stream().map(ImportFolder.Waiting::name).toList());
    return files.rows().stream()
        .map(file ->
            new Waiting(
                file.name(),
                TakingView.words(file.sizeBytes()),
                asked.contains(file.name()),
                known.contains(file.name())))
        .toList();
  }

  private static boolean isPlace(String zone) {
    return zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/");
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/sources/takings";
  }
}
