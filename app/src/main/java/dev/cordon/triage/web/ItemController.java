package dev.cordon.triage.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.triage.ExhibitProgress;
import dev.cordon.triage.ExhibitTriage;
import dev.cordon.triage.HashInquiries;
import dev.cordon.triage.ItemFile;
import dev.cordon.triage.Items;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far an exhibit is, one item, and inquiries to other agencies. */
@NeedToKnow(Area.TRIAGE)
@RestController
@RequestMapping("/api/operations/{operation}")
class ItemController {

  private final ExhibitTriage exhibits;
  private final Items items;
  private final HashInquiries inquiries;

  ItemController(ExhibitTriage exhibits, Items items, HashInquiries inquiries) {
    this.exhibits = exhibits;
    this.items = items;
    this.inquiries = inquiries;
  }

  record Question(
      @NotBlank @Size(min = 3, max = 300) String legalBasis,
      @NotBlank @Size(min = 3, max = 1000) String reason) {}

  record Hits(long hits) {}

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
