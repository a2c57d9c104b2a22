package dev.cordon.evidence.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Exhibits;
import dev.cordon.evidence.HandOver;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of exhibits. */
@NeedToKnow(Area.EVIDENCE)
@RestController
@RequestMapping("/api/operations/{operation}/exhibits")
class ExhibitController {

  private final Exhibits exhibits;

  ExhibitController(Exhibits exhibits) {
    this.exhibits = exhibits;
  }

  record NewHandOver(
      @NotBlank @Size(max = 200) String from,
      @NotBlank @Size(max = 200) String to,
      @NotBlank @Size(max = 300) String place,
      @NotBlank @Size(max = 300) String purpose,
      @NotNull Instant at,
      @Nullable @Size(max = 100) String sealBefore,
      @Nullable @Size(max = 100) String sealAfter) {}

  @GetMapping
  Page<Exhibit> page(
      @PathVariable UUID operation,
      @RequestParam(required = false) @Nullable String country,
      @RequestParam(required = false) @Nullable String report,
      @RequestParam(defaultValue = "1") int page) {
    return exhibits.page(new OperationId(operation), country, report, page);
  }

  @GetMapping("/{exhibit}")
  Exhibit get(@PathVariable UUID operation, @PathVariable UUID exhibit) {
    return exhibits.get(new OperationId(operation), exhibit);
  }

  @GetMapping("/{exhibit}/hand-overs")
  List<HandOver> custody(@PathVariable UUID operation, @PathVariable UUID exhibit) {
    return exhibits.custody(new OperationId(operation), exhibit);
  }

  @PostMapping("/{exhibit}/hand-overs")
  Exhibit handOver(
      @PathVariable UUID operation,
      @PathVariable UUID exhibit,
      @RequestBody @Valid NewHandOver handOver) {
    return exhibits.handOver(
        new OperationId(operation),
        exhibit,
        new HandOver(
            0,
            handOver.from(),
            handOver.to(),
            handOver.place(),
            handOver.purpose(),
            handOver.at(),
            handOver.sealBefore(),
            handOver.sealAfter()));
  }
}
