package dev.cordon.evidence.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.evidence.CustodyChoices;
import dev.cordon.evidence.CustodyFile;
import dev.cordon.evidence.CustodyFiles;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Exhibits;
import dev.cordon.evidence.HandOver;
import dev.cordon.evidence.NewDigest;
import dev.cordon.evidence.custody.Disclosures;
import dev.cordon.web.Paging;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of exhibits, and one exhibit. */
@NeedToKnow(Area.EVIDENCE)
@Controller
@RequestMapping("/operations/{operation}/exhibits")
class ExhibitPage {

  private static final int MINUTES = 16;

  private final Exhibits exhibits;
  private final CustodyFiles files;
  private final CustodyChoices choices;
  private final Disclosures disclosures;
  private final Access access;

  ExhibitPage(
      Exhibits exhibits,
      CustodyFiles files,
      CustodyChoices choices,
      Disclosures disclosures,
      Access access) {
    this.exhibits = exhibits;
    this.files = files;
    this.choices = choices;
    this.disclosures = disclosures;
    this.access = access;
  }

  @GetMapping
  String list(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "") String report,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<Exhibit> list =
        exhibits.page(id, new Exhibits.Filter(country, report, words), Math.max(1, page));
    Map<String, String> filters = Map.of("country", country, "report", report, "words", words);
    model.addAttribute("exhibits", list.rows());
    model.addAttribute("country", country);
    model.addAttribute("report", report);
    model.addAttribute("words", words);
    model.addAttribute("keeps", access.holds(id, Area.EVIDENCE, Right.WRITE));
    model.addAttribute("disclosures", disclosures.newest(id));
    model.addAttribute("paging", Paging.of(list, address(operation), filters));
    return "evidence/exhibits";
  }

  @GetMapping("/{exhibit}")
  String one(@PathVariable UUID operation, @PathVariable UUID exhibit, Model model) {
    OperationId id = new OperationId(operation);
    CustodyFile file = files.of(id, exhibit);
    boolean keeps = access.holds(id, Area.EVIDENCE, Right.WRITE);
    model.addAttribute("one", file.exhibit());
    model.addAttribute("file", file);
    model.addAttribute("keeps", keeps);
    model.addAttribute("seesTriage", access.holds(id, Area.TRIAGE, Right.READ));
    model.addAttribute("opensNames", access.holds(id, Area.SEALED_TEXT, Right.OPEN_NAMES));
    model.addAttribute("now", Instant.now().toString().substring(0, MINUTES));
    model.addAttribute("parties", Arrays.asList(HandOver.Party.values()));
    model.addAttribute("things", Arrays.asList(NewDigest.Thing.values()));
    if (keeps) {
      model.addAttribute("locations", choices.locations(id, file.exhibit().agency()));
      model.addAttribute("agencies", choices.openAgencies());
    }
    return "evidence/exhibit";
  }

  static String address(UUID operation) {
    return "/operations/" + operation + "/exhibits";
  }
}
