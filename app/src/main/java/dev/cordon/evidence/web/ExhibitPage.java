package dev.cordon.evidence.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Exhibits;
import dev.cordon.evidence.HandOver;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of exhibits, one exhibit, and its hand-overs. */
@NeedToKnow(Area.EVIDENCE)
@Controller
@RequestMapping("/operations/{operation}/exhibits")
class ExhibitPage {

  private final Exhibits exhibits;
  private final Access access;

  ExhibitPage(Exhibits exhibits, Access access) {
    this.exhibits = exhibits;
    this.access = access;
  }

  /** A hand-over as the form gives it; the time is UTC, as the form says. */
  record HandOverForm(
      @NotBlank(message = "name the giver") @Size(max = 200) String from,
      @NotBlank(message = "name the taker") @Size(max = 200) String to,
      @NotBlank(message = "say where") @Size(max = 300) String place,
      @NotBlank(message = "say what for") @Size(max = 300) String purpose,
      @NotNull(message = "say when") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          LocalDateTime at,
      @Nullable @Size(max = 100) String sealBefore,
      @Nullable @Size(max = 100) String sealAfter) {

    HandOver handOver() {
      return new HandOver(
          0,
          from,
          to,
          place,
          purpose,
          at.toInstant(ZoneOffset.UTC),
          orNull(sealBefore),
          orNull(sealAfter));
    }

    private static @Nullable String orNull(@Nullable String seal) {
      return seal == null || seal.isBlank() ? null : seal.strip();
    }
  }

  @GetMapping
  String list(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "") String report,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Page<Exhibit> list =
        exhibits.page(
            new OperationId(operation),
            country.isBlank() ? null : country,
            report.isBlank() ? null : report,
            Math.max(1, page));
    model.addAttribute("exhibits", list.rows());
    model.addAttribute("country", country);
    model.addAttribute("report", report);
    model.addAttribute(
        "paging",
        Paging.of(list, address(operation), Map.of("country", country, "report", report)));
    return "evidence/exhibits";
  }

  @GetMapping("/{exhibit}")
  String one(@PathVariable UUID operation, @PathVariable UUID exhibit, Model model) {
    OperationId id = new OperationId(operation);
    model.addAttribute("one", exhibits.get(id, exhibit));
    model.addAttribute("custody", exhibits.custody(id, exhibit));
    model.addAttribute("keeps", access.holds(id, Area.EVIDENCE, Right.WRITE));
    model.addAttribute("opensNames", access.holds(id, Area.SEALED_TEXT, Right.OPEN_NAMES));
    return "evidence/exhibit";
  }

  @PostMapping("/{exhibit}/hand-overs")
  String handOver(
      @PathVariable UUID operation,
      @PathVariable UUID exhibit,
      @Valid HandOverForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + exhibit,
        "The hand-over is in the register.",
        () -> exhibits.handOver(new OperationId(operation), exhibit, form.handOver()));
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/exhibits";
  }
}
