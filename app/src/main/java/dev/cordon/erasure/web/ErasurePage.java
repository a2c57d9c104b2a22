package dev.cordon.erasure.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.erasure.Erasures;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.LedgerEntry;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ledger entries that can still be opened, and the request to destroy what opens one. */
@NeedToKnow(value = Area.LEDGER, right = Right.ERASE)
@Controller
@RequestMapping("/operations/{operation}/erasure")
class ErasurePage {

  private final Erasures erasures;

  ErasurePage(Erasures erasures) {
    this.erasures = erasures;
  }

  @GetMapping
  String list(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "") String record,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Page<LedgerEntry> entries =
        erasures.openings(
            new OperationId(operation),
            record.isBlank() ? null : record.strip(),
            Math.max(1, page));
    model.addAttribute("entries", entries.rows());
    model.addAttribute("record", record);
    model.addAttribute("paging", Paging.of(entries, address(operation), Map.of("record", record)));
    return "erasure/openings";
  }

  @PostMapping("/openings/{entry}")
  String ask(
      @PathVariable UUID operation,
      @PathVariable UUID entry,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Asked for. A coordinator decides under Approvals.",
        () ->
            erasures.askForOpening(new OperationId(operation), new EntryId(entry), form.reason()));
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/erasure";
  }
}
