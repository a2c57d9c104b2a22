package dev.cordon.ledger.web;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.ForEveryMember;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.access.Right;
import dev.cordon.ledger.ClosingManifests;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.LedgerProofs;
import dev.cordon.ledger.LedgerReadings;
import dev.cordon.ledger.Verifications;
import dev.cordon.ledger.Vouching;
import dev.cordon.web.Paging;
import java.nio.charset.StandardCharsets;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The state of the ledger, and the operation's entries the reader may see. */
@ForEveryMember("own entries; those of others for who answers for them or watches")
@Controller
class LedgerPage {

  private final LedgerReadings readings;
  private final Operations operations;
  private final Vouching vouching;
  private final Verifications verifications;
  private final LedgerProofs proofs;
  private final ClosingManifests closings;
  private final Access access;

  LedgerPage(
      LedgerReadings readings,
      Operations operations,
      Vouching vouching,
      Verifications verifications,
      LedgerProofs proofs,
      ClosingManifests closings,
      Access access) {
    this.access = access;
    this.closings = closings;
    this.vouching = vouching;
    this.verifications = verifications;
    this.proofs = proofs;
    this.readings = readings;
    this.operations = operations;
  }

  @GetMapping("/operations/{operation}/ledger")
  String ledger(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    OperationId id = operations.get(new OperationId(operation)).id();
    int number = Math.max(1, page);
    model.addAttribute("state", readings.state());
    model.addAttribute("vouching", vouching.state());
    model.addAttribute("verification", verifications.last().orElse(null));
    model.addAttribute("verifying", verifications.isRunning());
    model.addAttribute("base", "/operations/" + operation + "/ledger");
    model.addAttribute("answers", access.holds(id, Area.LEDGER, Right.READ));
    model.addAttribute("closed", closings.exists(id));
    model.addAttribute("entries", readings.entries(id, number - 1));
    model.addAttribute(
        "paging",
        new Paging(number, readings.count(id), "/operations/" + operation + "/ledger", Map.of()));
    return "ledger/ledger";
  }

  /** Asks for a verification of the whole ledger. */
  @NeedToKnow(value = Area.LEDGER, right = Right.READ)
  @PostMapping("/operations/{operation}/ledger/verify")
  String verify(@PathVariable UUID operation) {
    verifications.ask(operations.get(new OperationId(operation)).id());
    return "redirect:/operations/" + operation + "/ledger";
  }

  /** Writes down what was handed in and what was never entered. */
  @NeedToKnow(value = Area.LEDGER, right = Right.READ)
  @PostMapping("/operations/{operation}/ledger/closing")
  String close(@PathVariable UUID operation) {
    closings.write(operations.get(new OperationId(operation)).id());
    return "redirect:/operations/" + operation + "/ledger";
  }

  /** The newest closing manifest, to be checked offline. */
  @NeedToKnow(value = Area.LEDGER, right = Right.READ)
  @GetMapping("/operations/{operation}/ledger/closing")
  ResponseEntity<String> closing(@PathVariable UUID operation) {
    OperationId id = operations.get(new OperationId(operation)).id();
    return file(
        "closing-manifest.json", new String(closings.file(id).toBytes(), StandardCharsets.UTF_8));
  }

  /** That the tree holds an entry the reader may see, as one file. */
  @GetMapping("/operations/{operation}/ledger/{entry}/proof")
  ResponseEntity<String> proof(@PathVariable UUID operation, @PathVariable UUID entry) {
    operations.get(new OperationId(operation));
    return file(entry + ".tlog-proof", proofs.file(new EntryId(entry)));
  }

  /** The exact bytes of an entry the reader may see. */
  @GetMapping("/operations/{operation}/ledger/{entry}/leaf")
  ResponseEntity<String> leaf(@PathVariable UUID operation, @PathVariable UUID entry) {
    operations.get(new OperationId(operation));
    return file(entry + ".entry", proofs.leaf(new EntryId(entry)));
  }

  private static ResponseEntity<String> file(String name, String text) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(text);
  }
}
