package dev.cordon.triage.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.triage.DigestImport;
import dev.cordon.triage.ExhibitProgress;
import dev.cordon.triage.ExhibitTriage;
import dev.cordon.triage.HashInquiries;
import dev.cordon.triage.Inventories;
import dev.cordon.triage.InventoryMatches;
import dev.cordon.triage.InventoryNames;
import dev.cordon.triage.ItemFile;
import dev.cordon.triage.Items;
import dev.cordon.triage.PerceptualCodes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What {@code ./cordon triage} wrote, part by part, as it comes; and inquiries to other agencies.
 */
@NeedToKnow(Area.TRIAGE)
@RestController
@RequestMapping("/api/operations/{operation}")
class InventoryController {

  private static final String LINES = "application/x-ndjson";

  private final Inventories inventories;
  private final InventoryNames names;
  private final PerceptualCodes codes;
  private final InventoryMatches matches;
  private final ExhibitTriage exhibits;
  private final Items items;
  private final HashInquiries inquiries;

  InventoryController(
      Inventories inventories,
      InventoryNames names,
      PerceptualCodes codes,
      InventoryMatches matches,
      ExhibitTriage exhibits,
      Items items,
      HashInquiries inquiries) {
    this.inventories = inventories;
    this.names = names;
    this.codes = codes;
    this.matches = matches;
    this.exhibits = exhibits;
    this.items = items;
    this.inquiries = inquiries;
  }

  record Question(
      @NotBlank @Size(min = 3, max = 300) String legalBasis,
      @NotBlank @Size(min = 3, max = 1000) String reason) {}

  record Hits(long hits) {}

  @PostMapping(value = "/exhibits/{exhibit}/inventory", consumes = LINES)
  DigestImport inventory(
      @PathVariable UUID operation, @PathVariable UUID exhibit, HttpServletRequest request)
      throws IOException {
    return inventories.take(new OperationId(operation), exhibit, request.getInputStream());
  }

  @PostMapping(value = "/inventories/{inventory}/names", consumes = LINES)
  DigestImport names(
      @PathVariable UUID operation, @PathVariable UUID inventory, HttpServletRequest request)
      throws IOException {
    return names.take(new OperationId(operation), inventory, request.getInputStream());
  }

  @NeedToKnow(Area.PERCEPTUAL_CODES)
  @PostMapping(value = "/inventories/{inventory}/codes", consumes = LINES)
  DigestImport codes(
      @PathVariable UUID operation, @PathVariable UUID inventory, HttpServletRequest request)
      throws IOException {
    return codes.take(new OperationId(operation), inventory, request.getInputStream());
  }

  @NeedToKnow(Area.HASH_LISTS)
  @PostMapping(value = "/inventories/{inventory}/matches", consumes = LINES)
  DigestImport matches(
      @PathVariable UUID operation, @PathVariable UUID inventory, HttpServletRequest request)
      throws IOException {
    return matches.take(new OperationId(operation), inventory, request.getInputStream());
  }

  @GetMapping("/exhibits/{exhibit}/triage/progress")
  ExhibitProgress progress(@PathVariable UUID operation, @PathVariable UUID exhibit) {
    return exhibits.of(new OperationId(operation), exhibit);
  }

  @GetMapping("/triage/{item}")
  ItemFile item(@PathVariable UUID operation, @PathVariable UUID item) {
    return items.get(new OperationId(operation), item);
  }

  @PostMapping("/exhibits/{exhibit}/inquiries")
  Hits askAboutExhibit(
      @PathVariable UUID operation,
      @PathVariable UUID exhibit,
      @RequestBody @Valid Question question) {
    return new Hits(
        inquiries.askAboutExhibit(
            new OperationId(operation), exhibit, question.legalBasis(), question.reason()));
  }

  @PostMapping("/triage/{item}/inquiries")
  Hits askAboutItem(
      @PathVariable UUID operation,
      @PathVariable UUID item,
      @RequestBody @Valid Question question) {
    return new Hits(
        inquiries.askAboutItem(
            new OperationId(operation), item, question.legalBasis(), question.reason()));
  }
}
