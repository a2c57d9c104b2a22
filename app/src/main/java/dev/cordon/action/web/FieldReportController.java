package dev.cordon.action.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.FieldReport;
import dev.cordon.action.FieldReports;
import dev.cordon.action.ReceivedReport;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports from the field. */
@NeedToKnow(Area.ACTION)
@RestController
@RequestMapping("/api/operations/{operation}/field-reports")
class FieldReportController {

  private final FieldReports reports;

  FieldReportController(FieldReports reports) {
    this.reports = reports;
  }

  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  /**
   * A match by hand.
   *
   * @param whom package: or received: and the id of the person there
   */
  record NewMatch(
      @NotNull @Pattern(regexp = "(package|received):[0-9a-f-]{36}") String whom,
      @NotBlank @Size(max = 2000) String reason) {}

  @NeedToKnow(value = Area.ACTION, right = Right.REPORT)
  @PostMapping
  ReceivedReport take(@PathVariable UUID operation, @RequestBody @Valid FieldReport report) {
    return reports.take(new OperationId(operation), report);
  }

  @GetMapping
  Page<ReceivedReport> page(
      @PathVariable UUID operation,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String country,
      @RequestParam(defaultValue = "1") int page) {
    ReceivedReport.State wanted =
        state == null ? null : ReceivedReport.State.valueOf(state.toUpperCase(Locale.ROOT));
    return reports.page(new OperationId(operation), wanted, country, page);
  }

  @GetMapping("/{report}")
  ReceivedReport get(@PathVariable UUID operation, @PathVariable UUID report) {
    return reports.get(new OperationId(operation), report);
  }

  @PostMapping("/{report}/match")
  ReceivedReport match(
      @PathVariable UUID operation, @PathVariable UUID report, @RequestBody @Valid NewMatch match) {
    return reports.match(new OperationId(operation), report, match.whom(), match.reason());
  }

  @PostMapping("/{report}/match/withdrawal")
  ReceivedReport withdraw(
      @PathVariable UUID operation, @PathVariable UUID report, @RequestBody @Valid Reason reason) {
    return reports.withdrawMatch(new OperationId(operation), report, reason.reason());
  }
}
