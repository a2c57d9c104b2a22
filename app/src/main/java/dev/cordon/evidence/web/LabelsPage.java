package dev.cordon.evidence.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Exhibits;
import dev.cordon.evidence.Sheets;
import dev.cordon.web.QrSvg;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Labels to print: number, seal and a QR code that leads a signed-in member to the exhibit. No name
 * and no address stands on them.
 */
@NeedToKnow(Area.EVIDENCE)
@Controller
@RequestMapping("/operations/{operation}/exhibits/labels")
class LabelsPage {

  private final Exhibits exhibits;
  private final Sheets sheets;

  LabelsPage(Exhibits exhibits, Sheets sheets) {
    this.exhibits = exhibits;
    this.sheets = sheets;
  }

  /** One label. */
  record Label(Exhibit exhibit, QrSvg code) {}

  @GetMapping
  String labels(
      @PathVariable UUID operation,
      @RequestParam(required = false) @Nullable UUID sheet,
      @RequestParam(required = false) @Nullable UUID exhibit,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "") String report,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    Exhibits.Filter filter = new Exhibits.Filter(country, report, words);
    List<Exhibit> chosen;
    if (exhibit != null) {
      chosen = List.of(exhibits.get(id, exhibit));
    } else if (sheet != null) {
      chosen = sheets.ofSheet(id, sheet);
    } else {
      chosen = exhibits.page(id, filter, Math.max(1, page)).rows();
    }
    String base =
        ServletUriComponentsBuilder.fromCurrentContextPath()
            .path(ExhibitPage.address(operation) + "/")
            .toUriString();
    model.addAttribute(
        "labels", chosen.stream().map(one -> new Label(one, QrSvg.of(base + one.id()))).toList());
    return "evidence/labels";
  }
}
