package dev.cordon.intake.web;

import dev.cordon.CordonException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.access.Right;
import dev.cordon.intake.Receipts;
import dev.cordon.intake.SourceReceipt;
import dev.cordon.intake.Sources;
import dev.cordon.web.Attachment;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The receipt of a source: to print, to hand out as a file, to complete. */
@NeedToKnow(Area.SOURCES)
@Controller
@RequestMapping("/operations/{operation}/sources/{source}/receipt")
class ReceiptPage {

  private static final int MINUTES = 16;

  private final Receipts receipts;
  private final Sources sources;
  private final Operations operations;
  private final Access access;

  ReceiptPage(Receipts receipts, Sources sources, Operations operations, Access access) {
    this.receipts = receipts;
    this.sources = sources;
    this.operations = operations;
    this.access = access;
  }

  @GetMapping
  String page(@PathVariable UUID operation, @PathVariable UUID source, Model model) {
    OperationId id = new OperationId(operation);
    SourceReceipt receipt = receipts.of(id, source).orElse(null);
    model.addAttribute("one", sources.get(id, source));
    model.addAttribute("receipt", receipt);
    model.addAttribute("whole", operations.get(id));
    model.addAttribute("writes", access.holds(id, Area.SOURCES, Right.WRITE));
    model.addAttribute("at", receipt == null ? "" : field(receipt.handedOver().at()));
    return "intake/source-receipt";
  }

  /** As a form's field wants it: date and time to the minute, UTC. */
  private static String field(@Nullable Instant at) {
    return at == null ? "" : at.toString().substring(0, MINUTES);
  }

  @PostMapping
  String write(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @ModelAttribute TakingForm form,
      RedirectAttributes flash) {
    try {
      receipts.write(new OperationId(operation), source, form.handedOver());
      flash.addFlashAttribute("done", "Written down; a new receipt stands.");
    } catch (CordonException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
    }
    return "redirect:/operations/" + operation + "/sources/" + source + "/receipt";
  }

  @PostMapping("/file")
  ResponseEntity<byte[]> file(@PathVariable UUID operation, @PathVariable UUID source) {
    return Attachment.json(
        "receipt-" + source + ".json", receipts.file(new OperationId(operation), source).toBytes());
  }
}
