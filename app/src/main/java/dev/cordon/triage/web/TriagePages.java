package dev.cordon.triage.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.triage.Assessment;
import dev.cordon.triage.CodeReleases;
import dev.cordon.triage.ExhibitProgress;
import dev.cordon.triage.ExhibitTriage;
import dev.cordon.triage.Group;
import dev.cordon.triage.Groups;
import dev.cordon.triage.ItemFile;
import dev.cordon.triage.Items;
import dev.cordon.triage.MatchPlace;
import dev.cordon.triage.ReviewQueue;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Items, groups, matches, rules and exhibits of triage: hashes and words only. */
@NeedToKnow(Area.TRIAGE)
@Controller
@RequestMapping("/operations/{operation}")
class TriagePages {

  private final ReviewQueue queue;
  private final Items items;
  private final Groups groups;
  private final ExhibitTriage exhibits;
  private final CodeReleases releases;
  private final Access access;

  TriagePages(
      ReviewQueue queue,
      Items items,
      Groups groups,
      ExhibitTriage exhibits,
      CodeReleases releases,
      Access access) {
    this.queue = queue;
    this.items = items;
    this.groups = groups;
    this.exhibits = exhibits;
    this.releases = releases;
    this.access = access;
  }

  @GetMapping("/triage/rules")
  String rules(@PathVariable UUID operation, Model model) {
    model.addAttribute("rules", queue.rules());
    return "triage/rules";
  }

  @GetMapping("/triage/{item}")
  String item(
      @PathVariable UUID operation,
      @PathVariable UUID item,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<ItemFile.Lies> lies = items.places(id, item, Math.max(1, page));
    model.addAttribute("file", items.get(id, item));
    model.addAttribute("lies", lies.rows());
    model.addAttribute("paging", Paging.of(lies, base(operation) + "/triage/" + item, Map.of()));
    model.addAttribute("rules", queue.rules());
    model.addAttribute("assessments", Assessment.values());
    model.addAttribute("assesses", access.holds(id, Area.ASSESSMENTS, Right.WRITE));
    model.addAttribute("opens", access.holds(id, Area.ASSESSMENTS, Right.OPEN_GROUNDS));
    model.addAttribute("asks", access.holds(id, Area.TRIAGE, Right.WRITE));
    return "triage/item";
  }

  @GetMapping("/triage/matches")
  String matches(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(required = false) @Nullable String behind,
      Model model) {
    List<Items.ListedMatch> rows = items.matches(new OperationId(operation), MatchPlace.of(behind));
    model.addAttribute("matches", rows.stream().map(Items.ListedMatch::match).toList());
    more(model, page, rows.size(), rows.isEmpty() ? "" : rows.getLast().place().toString());
    return "triage/matches";
  }

  @GetMapping("/triage/groups")
  String groups(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(required = false) @Nullable String behind,
      Model model) {
    List<Groups.Size> rows = groups.behind(new OperationId(operation), Groups.Place.of(behind));
    model.addAttribute("groups", rows);
    model.addAttribute("rules", queue.rules());
    more(model, page, rows.size(), rows.isEmpty() ? "" : rows.getLast().place().toString());
    return "triage/groups";
  }

  /** Where a list goes on behind its last row; the number is for the reader alone. */
  private static void more(Model model, int page, int rows, String last) {
    model.addAttribute("number", Math.max(1, page));
    model.addAttribute("behind", rows < Page.SIZE ? null : last);
  }

  @GetMapping("/triage/groups/{group}")
  String group(
      @PathVariable UUID operation,
      @PathVariable UUID group,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Page<Group> found = groups.group(new OperationId(operation), group, Math.max(1, page));
    model.addAttribute("graph", found.rows().getFirst());
    model.addAttribute("rules", queue.rules());
    model.addAttribute(
        "paging", Paging.of(found, base(operation) + "/triage/groups/" + group, Map.of()));
    return "triage/group";
  }

  @GetMapping("/triage/exhibits")
  String exhibits(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    Page<ExhibitProgress> list = exhibits.page(new OperationId(operation), Math.max(1, page));
    model.addAttribute("exhibits", list.rows());
    model.addAttribute("paging", Paging.of(list, base(operation) + "/triage/exhibits", Map.of()));
    return "triage/exhibits";
  }

  @GetMapping("/exhibits/{exhibit}/triage")
  String exhibit(
      @PathVariable UUID operation,
      @PathVariable UUID exhibit,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<ExhibitTriage.Aside> aside = exhibits.aside(id, exhibit, Math.max(1, page));
    model.addAttribute("one", exhibits.of(id, exhibit));
    model.addAttribute("parts", exhibits.parts(id, exhibit));
    model.addAttribute("unread", exhibits.unread(id, exhibit));
    model.addAttribute("remarks", exhibits.remarks(id, exhibit));
    model.addAttribute("aside", aside.rows());
    model.addAttribute(
        "paging", Paging.of(aside, base(operation) + "/exhibits/" + exhibit + "/triage", Map.of()));
    model.addAttribute("takes", access.holds(id, Area.TRIAGE, Right.WRITE));
    model.addAttribute("releases", access.holds(id, Area.PERCEPTUAL_CODES, Right.WRITE));
    model.addAttribute("release", releases.standing(id, exhibit).orElse(null));
    model.addAttribute("found", exhibits.found(id, exhibit));
    return "triage/exhibit";
  }

  @NeedToKnow(Area.ASSESSMENTS)
  @PostMapping("/triage/{item}/assessment/withdrawal")
  String withdraw(
      @PathVariable UUID operation,
      @PathVariable UUID item,
      @RequestParam String reason,
      RedirectAttributes flash) {
    return Answer.after(
        flash,
        base(operation) + "/triage/" + item,
        "The assessment is withdrawn; the item is in the queue again.",
        () -> {
          if (reason.isBlank() || reason.length() > 1800) {
            throw new dev.cordon.RefusedException("A reason has 1 to 1800 characters.");
          }
          queue.withdraw(new OperationId(operation), item, reason);
        });
  }

  private static String base(UUID operation) {
    return "/operations/" + operation;
  }
}
