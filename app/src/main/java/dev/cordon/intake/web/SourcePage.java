package dev.cordon.intake.web;

import dev.cordon.CordonException;
import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.HandlingCodes;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.intake.ArchiveMembers;
import dev.cordon.intake.Balance;
import dev.cordon.intake.EditionLine;
import dev.cordon.intake.Editions;
import dev.cordon.intake.ImportFolder;
import dev.cordon.intake.OperationFacts;
import dev.cordon.intake.Rereadings;
import dev.cordon.intake.Restrictions;
import dev.cordon.intake.Source;
import dev.cordon.intake.SourceCounts;
import dev.cordon.intake.SourceFilter;
import dev.cordon.intake.SourceId;
import dev.cordon.intake.SourceStanding;
import dev.cordon.intake.Sources;
import dev.cordon.intake.Takings;
import dev.cordon.web.Paging;
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

/** The sources with their balance, and one source with its tables, times and reasons. */
@NeedToKnow(Area.SOURCES)
@Controller
@RequestMapping("/operations/{operation}/sources")
class SourcePage {

  private static final int REASONS_SHOWN = 20;

  private final Sources sources;
  private final Takings takings;
  private final Restrictions restrictions;
  private final Editions editions;
  private final Rereadings rereadings;
  private final ArchiveMembers members;
  private final Access access;
  private final HandlingCodes codes;
  private final ImportFolder importFolder;

  SourcePage(
      Sources sources,
      Takings takings,
      Restrictions restrictions,
      Editions editions,
      Rereadings rereadings,
      ArchiveMembers members,
      Access access,
      HandlingCodes codes,
      ImportFolder importFolder) {
    this.sources = sources;
    this.takings = takings;
    this.restrictions = restrictions;
    this.editions = editions;
    this.rereadings = rereadings;
    this.members = members;
    this.access = access;
    this.codes = codes;
    this.importFolder = importFolder;
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
      return new Table(
          key(source, balance),
          balance.name(),
          balance.unit(),
          balance.rowsIn(),
          balance.stored(),
          balance.quarantined(),
          balance.duplicates());
    }

    private static String key(Source source, Balance balance) {
      String inside = source.name() + "/";
      if (balance.name().startsWith(inside)) {
        return balance.name().substring(inside.length());
      }
      if (balance.name().startsWith("#")) {
        return balance.name();
      }
      return balance.unit().endsWith("line") ? "lines" : "records";
    }
  }

  @GetMapping
  String list(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "") String part,
      @RequestParam(defaultValue = "") String mark,
      Model model) {
    OperationId id = new OperationId(operation);
    SourceFilter filter = new SourceFilter(part, mark);
    Page<Source> list = sources.page(id, filter, Math.max(1, page));
    model.addAttribute("sources", list.rows());
    model.addAttribute("filter", filter);
    model.addAttribute("filtered", !filter.equals(SourceFilter.ALL));
    model.addAttribute("sum", sources.sum(id));
    model.addAttribute("takes", access.holds(id, Area.SOURCES, Right.WRITE));
    model.addAttribute("open", takings.open(id));
    model.addAttribute(
        "paging",
        Paging.of(list, address(operation), Map.of("part", filter.part(), "mark", filter.mark())));
    return "intake/sources";
  }

  @GetMapping("/{source}")
  String one(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @RequestParam(defaultValue = "1") int tables,
      @RequestParam(defaultValue = "") String find,
      @RequestParam(defaultValue = "1") int hidden,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<Restrictions.Counted> taken = restrictions.counted(id, source, Math.max(1, hidden));
    model.addAttribute("hiddenRows", taken.rows());
    model.addAttribute(
        "hiddenPaging",
        new Paging(hidden, taken.total(), address(operation) + "/" + source, Map.of(), "hidden"));
    Source one = sources.get(id, source);
    String part = find.strip();
    Page<Balance> balances = sources.balances(id, source, part, Math.max(1, tables));
    SourceCounts counts = sources.counts(id, source);
    model.addAttribute("one", one);
    model.addAttribute("takes", access.holds(id, Area.SOURCES, Right.WRITE));
    model.addAttribute("setsCode", codes.maySet(id));
    model.addAttribute("ownCode", codes.of(id, HandlingCodes.Kind.SOURCE, source).orElse(null));
    model.addAttribute(
        "tables", balances.rows().stream().map(balance -> Table.of(one, balance)).toList());
    model.addAttribute("find", part);
    model.addAttribute(
        "tablePaging",
        new Paging(
            tables,
            balances.total(),
            address(operation) + "/" + source,
            Map.of("find", part),
            "tables"));
    model.addAttribute("counted", sources.isCounted(id, source));
    model.addAttribute("counts", counts);
    model.addAttribute(
        "reasons", counts.reasons().subList(0, Math.min(REASONS_SHOWN, counts.reasons().size())));
    model.addAttribute("moreReasons", Math.max(0, counts.reasons().size() - REASONS_SHOWN));
    model.addAttribute("days", SourceDays.of(counts));
    zone(id, one, model);
    readings(id, source, model);
    return "intake/source";
  }

  /** What zone counts for the source's times: as it was told or stated, and where to lie for it. */
  private void zone(OperationId id, Source one, Model model) {
    OperationFacts facts = sources.facts(id);
    OperationFacts.SourceFacts known = facts.sources().get(one.name());
    model.addAttribute("zone", known == null ? null : known.zone());
    model.addAttribute(
        "original", importFolder.folder().resolve(one.name().replace('\0', ' ')).toString());
  }

  /** The last reading, what it changed, and what reading it again would go by. */
  private void readings(OperationId id, UUID source, Model model) {
    SourceStanding standing = rereadings.standing(id, source);
    Page<EditionLine> lines = editions.page(id, new SourceId(source), 1);
    model.addAttribute("standing", standing);
    model.addAttribute("hasMembers", members.isListed(id, source));
    model.addAttribute("lastReading", lines.rows().stream().findFirst().orElse(null));
    model.addAttribute("readings", lines.total());
    model.addAttribute(
        "changed",
        editions
            .difference(id, new SourceId(source), (int) lines.total())
            .map(ChangeView::of)
            .orElse(null));
  }

  @PostMapping("/{source}/zone")
  String zone(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @RequestParam(defaultValue = "") String zone,
      RedirectAttributes flash) {
    try {
      sources.stateZone(new OperationId(operation), source, zone);
      flash.addFlashAttribute(
          "done",
          "The zone is stated. The records follow it when the source is read again: see Readings.");
    } catch (CordonException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
    }
    return "redirect:" + address(operation) + "/" + source;
  }

  @PostMapping("/{source}/count")
  String count(@PathVariable UUID operation, @PathVariable UUID source, RedirectAttributes flash) {
    sources.countAgain(new OperationId(operation), source);
    flash.addFlashAttribute("done", "Its records are counted.");
    return "redirect:" + address(operation) + "/" + source;
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/sources";
  }
}
