package dev.cordon.correspondence.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.correspondence.Corrections;
import dev.cordon.correspondence.Outgoing;
import dev.cordon.correspondence.ReceivedPackage;
import dev.cordon.correspondence.ReceivedPackages;
import dev.cordon.correspondence.ReceivedPackages.Which;
import dev.cordon.correspondence.Sending;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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

/** What came, what went, and what was refused. */
@NeedToKnow(Area.CORRESPONDENCE)
@Controller
@RequestMapping("/operations/{operation}/correspondence")
class CorrespondencePage {

  private final ReceivedPackages received;
  private final Sending sending;
  private final Corrections corrections;
  private final Access access;

  CorrespondencePage(
      ReceivedPackages received, Sending sending, Corrections corrections, Access access) {
    this.received = received;
    this.sending = sending;
    this.corrections = corrections;
    this.access = access;
  }

  @GetMapping
  String list(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "all") String which,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Which shown =
        switch (which) {
          case "mine" -> Which.MINE;
          case "due" -> Which.DUE;
          default -> Which.ALL;
        };
    Page<ReceivedPackage> list =
        received.page(new OperationId(operation), shown, Math.max(1, page));
    model.addAttribute("received", list.rows());
    model.addAttribute("which", shown.name().toLowerCase(Locale.ROOT));
    model.addAttribute(
        "paging",
        Paging.of(
            list,
            address(operation),
            shown == Which.ALL
                ? Map.of()
                : Map.of("which", shown.name().toLowerCase(Locale.ROOT))));
    common(operation, model);
    return "correspondence/received-list";
  }

  @GetMapping("/sent")
  String sent(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    Page<Outgoing> list = sending.page(new OperationId(operation), null, null, Math.max(1, page));
    model.addAttribute("sent", list.rows());
    model.addAttribute("paging", Paging.of(list, address(operation) + "/sent", Map.of()));
    common(operation, model);
    return "correspondence/sent";
  }

  @GetMapping("/refused")
  String refused(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    Page<ReceivedPackages.Refusal> list =
        received.refusals(new OperationId(operation), Math.max(1, page));
    model.addAttribute("refused", list.rows());
    model.addAttribute("paging", Paging.of(list, address(operation) + "/refused", Map.of()));
    common(operation, model);
    return "correspondence/refused";
  }

  /** Something sent as a sealed file; taking it out is an entry. */
  @NeedToKnow(value = Area.CORRESPONDENCE, right = Right.WRITE)
  @PostMapping("/sent/{id}/file")
  ResponseEntity<byte[]> file(@PathVariable UUID operation, @PathVariable UUID id) {
    Sending.SealedFile file = sending.file(new OperationId(operation), id);
    return attachment(file.name(), MediaType.APPLICATION_OCTET_STREAM, file.bytes());
  }

  /** The recipient's signed receipt. */
  @GetMapping("/sent/{id}/receipt")
  ResponseEntity<byte[]> receipt(@PathVariable UUID operation, @PathVariable UUID id) {
    return sending
        .receipt(new OperationId(operation), id)
        .map(note ->
            attachment(
                "receipt-" + id + ".txt",
                new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8),
                note.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @NeedToKnow(value = Area.CORRESPONDENCE, right = Right.WRITE)
  @PostMapping("/sent/{id}/again")
  String again(@PathVariable UUID operation, @PathVariable UUID id, RedirectAttributes flash) {
    return Answer.after(
        flash,
        address(operation) + "/sent",
        "It is tried again now.",
        () -> sending.again(new OperationId(operation), id));
  }

  static ResponseEntity<byte[]> attachment(String name, MediaType type, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(bytes);
  }

  private void common(UUID operation, Model model) {
    OperationId id = new OperationId(operation);
    model.addAttribute("takes", access.holds(id, Area.CORRESPONDENCE, Right.WRITE));
    model.addAttribute("leads", access.holdsForWhole(id, Area.CORRESPONDENCE, Right.READ));
    model.addAttribute("owed", corrections.open(id));
  }

  static String address(UUID operation) {
    return "/operations/" + operation + "/correspondence";
  }
}
