package dev.cordon.evidence.web;

import dev.cordon.RefusedException;
import dev.cordon.access.Agencies;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.evidence.CustodyChoices;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ItemClass;
import dev.cordon.evidence.Sheet;
import dev.cordon.evidence.SheetCsv;
import dev.cordon.evidence.SheetRefusedException;
import dev.cordon.evidence.Sheets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
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

/**
 * Entering what a search brought, on one sheet: by hand on a telephone, or from a CSV. What is
 * refused stands on the sheet again, with everything that is wrong with it.
 */
@NeedToKnow(value = Area.EVIDENCE, right = Right.WRITE)
@Controller
@RequestMapping("/operations/{operation}/exhibits/sheet")
class SheetPage {

  private static final int ROWS = 5;

  /** Cards without script: a form has at most 200 fields. */
  private static final int MOST_ROWS = 30;

  private static final List<String> FIELDS =
      List.of("kind", "description", "seal", "ownNumber", "foundIn", "serial");

  private final Sheets sheets;
  private final CustodyChoices choices;
  private final CurrentMember currentMember;
  private final Agencies agencies;

  SheetPage(Sheets sheets, CustodyChoices choices, CurrentMember currentMember, Agencies agencies) {
    this.sheets = sheets;
    this.choices = choices;
    this.currentMember = currentMember;
    this.agencies = agencies;
  }

  /** What stands at the head of a sheet, as typed. */
  record Head(
      UUID sheet,
      @Nullable String country,
      @Nullable String at,
      @Nullable String zone,
      @Nullable String place,
      @Nullable String officer,
      @Nullable UUID measure,
      @Nullable UUID warrant,
      @Nullable String legalBasis) {}

  @GetMapping
  String sheet(
      @PathVariable UUID operation, @RequestParam(defaultValue = "5") int rows, Model model) {
    String country =
        currentMember.get().agency().flatMap(agencies::find).map(one -> one.country()).orElse("");
    Head head =
        new Head(
            UUID.randomUUID(),
            country,
            null,
            "UTC",
            null,
            currentMember.get().displayName(),
            null,
            null,
            null);
    return show(operation, head, blank(Math.clamp(rows, ROWS, MOST_ROWS)), "", List.of(), model);
  }

  private static List<List<String>> blank(int rows) {
    List<List<String>> lines = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      lines.add(List.of("", "", "", "", "", ""));
    }
    return lines;
  }

  private String show(
      UUID operation,
      Head head,
      List<List<String>> lines,
      String csv,
      List<Sheet.Problem> problems,
      Model model) {
    OperationId id = new OperationId(operation);
    AgencyId agency = currentMember.get().agency().orElseThrow(NotPermittedException::new);
    model.addAttribute("head", head);
    model.addAttribute("lines", lines);
    model.addAttribute("csv", csv);
    model.addAttribute("problems", problems);
    model.addAttribute("measures", choices.measures(id, agency));
    model.addAttribute("warrants", choices.warrants(id, agency));
    model.addAttribute("zones", ZONES);
    model.addAttribute("classes", Arrays.asList(ItemClass.values()));
    return "evidence/sheet";
  }

  private static final List<String> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(zone -> zone.matches("(Europe|Australia|Pacific|Atlantic|America)/[A-Za-z_]+"))
          .sorted()
          .toList();

  @PostMapping
  String enter(
      @PathVariable UUID operation,
      Head head,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "") String rows,
      @RequestParam(defaultValue = "") String csv,
      Model model,
      RedirectAttributes flash) {
    List<List<String>> lines = lines(rows, typed);
    try {
      boolean imported = !csv.isBlank();
      Sheet sheet = sheet(head, imported ? SheetCsv.read(csv) : filled(lines), imported);
      List<Exhibit> entered = sheets.enter(new OperationId(operation), sheet);
      flash.addFlashAttribute(
          "done",
          entered.size()
              + (entered.size() == 1 ? " exhibit is" : " exhibits are")
              + " in the register: "
              + entered.getFirst().number()
              + (entered.size() == 1 ? "." : " to " + entered.getLast().number() + "."));
      return "redirect:" + ExhibitPage.address(operation) + "/labels?sheet=" + head.sheet();
    } catch (SheetRefusedException refused) {
      model.addAttribute(
          "problem", "Nothing was entered. Mend what is named below and send again.");
      return show(operation, head, padded(lines), csv, refused.problems(), model);
    } catch (RefusedException refused) {
      model.addAttribute("problem", refused.getMessage());
      return show(operation, head, padded(lines), csv, List.of(), model);
    }
  }

  private static List<List<String>> padded(List<List<String>> lines) {
    return lines.isEmpty() ? blank(ROWS) : lines;
  }

  /**
   * The rows as typed: packed by the page's script into one field, a line each and a tab between
   * fields, or without script as fields of their own. A form has few fields on purpose.
   */
  private static List<List<String>> lines(String packed, Map<String, String> typed) {
    List<List<String>> lines = new ArrayList<>();
    if (packed.isEmpty()) {
      for (int row = 1; typed.containsKey("kind-" + row); row++) {
        int number = row;
        lines.add(
            FIELDS.stream().map(field -> typed.getOrDefault(field + "-" + number, "")).toList());
      }
      return lines;
    }
    for (String line : packed.split("\\R", -1)) {
      List<String> fields = new ArrayList<>(List.of(line.split("\t", FIELDS.size())));
      while (fields.size() < FIELDS.size()) {
        fields.add("");
      }
      lines.add(fields);
    }
    if (lines.size() > Sheet.LONGEST) {
      throw new RefusedException(
          lines.size() + " rows are too many for one sheet, at most " + Sheet.LONGEST + ".");
    }
    return lines;
  }

  private static List<Sheet.Line> filled(List<List<String>> lines) {
    List<Sheet.Line> filled = new ArrayList<>();
    for (int row = 0; row < lines.size(); row++) {
      List<String> line = lines.get(row);
      boolean meant = !(line.get(0) + line.get(1) + line.get(2) + line.get(3)).isBlank();
      if (meant) {
        filled.add(
            new Sheet.Line(
                row + 1,
                line.get(0),
                null,
                line.get(1),
                CustodyForms.blank(line.get(3)),
                CustodyForms.blank(line.get(5)),
                CustodyForms.blank(line.get(4)),
                CustodyForms.blank(line.get(2))));
      }
    }
    return filled;
  }

  private static Sheet sheet(Head head, List<Sheet.Line> lines, boolean imported) {
    ZoneId zone = Times.zone(head.zone() == null ? "UTC" : head.zone());
    return new Sheet(
        head.sheet(),
        head.country() == null ? "" : head.country().strip(),
        Times.at(head.at() == null ? "" : head.at(), zone),
        zone,
        head.place() == null ? "" : head.place(),
        head.officer() == null ? "" : head.officer(),
        head.measure(),
        head.warrant(),
        CustodyForms.blank(head.legalBasis()),
        imported,
        lines);
  }
}
