package dev.cordon.figures.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.figures.Summaries;
import dev.cordon.web.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Summaries of the operation and its countries, built while the reader goes on. */
@NeedToKnow(Area.FIGURES)
@Controller
@RequestMapping("/operations/{operation}/figures/summaries")
class SummaryPage {

  private static final Map<String, String> LANGUAGES = languages();

  private final Summaries summaries;

  SummaryPage(Summaries summaries) {
    this.summaries = summaries;
  }

  private static Map<String, String> languages() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("en", "English");
    all.put("da", "dansk");
    all.put("de", "Deutsch");
    all.put("fr", "français");
    all.put("es", "español");
    return all;
  }

  @GetMapping
  String list(@PathVariable UUID operation, Model model) {
    List<Summaries.State> all = summaries.all(new OperationId(operation));
    model.addAttribute("summaries", all);
    model.addAttribute(
        "building", all.stream().anyMatch(one -> !one.isReady() && one.fault() == null));
    model.addAttribute("languages", LANGUAGES);
    return "figures/summaries";
  }

  @NeedToKnow(value = Area.FIGURES, right = Right.READ)
  @PostMapping
  String build(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "") List<String> language,
      RedirectAttributes flash) {
    return Answer.after(
        flash,
        "/operations/" + operation + "/figures/summaries",
        "They are being built; this page shows how far they are.",
        () -> summaries.build(new OperationId(operation), language));
  }

  @GetMapping("/{summary}/summaries.zip")
  ResponseEntity<byte[]> file(@PathVariable UUID operation, @PathVariable UUID summary) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("summaries.zip").build().toString())
        .body(summaries.file(new OperationId(operation), summary));
  }
}
