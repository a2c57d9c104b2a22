package dev.cordon.action.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.day.Care;
import dev.cordon.action.day.PlannedSite;
import dev.cordon.action.day.SitePlan;
import dev.cordon.action.day.SitePlans;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One site: its plan, its team and authority, who stands by, care afterwards. */
@NeedToKnow(Area.ACTION)
@RestController
@RequestMapping("/api/operations/{operation}/sites/{site}")
class SiteController {

  private final SitePlans sites;
  private final Care care;

  SiteController(SitePlans sites, Care care) {
    this.sites = sites;
    this.care = care;
  }

  record SiteOrder(
      @Nullable UUID team,
      @Nullable @Size(max = 300) String authority,
      @JsonProperty("legal_reference") @Nullable @Size(max = 300) String legalReference) {}

  record Share(boolean shares, @NotBlank @Size(min = 3, max = 2000) String reason) {}

  record Support(
      @NotNull @Pattern(regexp = "victim_support|childrens_service") String kind,
      @NotBlank @Size(min = 2, max = 300) String service,
      @NotBlank @Size(min = 2, max = 300) String reached,
      @JsonProperty("informed_at") @Nullable Instant informedAt) {}

  record CareDone(
      Care.@NotNull Whom whom,
      Care.@NotNull Step step,
      @Nullable Instant at,
      @Nullable @Size(max = 2000) String words) {}

  @GetMapping
  PlannedSite site(@PathVariable UUID operation, @PathVariable UUID site) {
    return sites.get(new OperationId(operation), site);
  }

  @NeedToKnow(Area.ACTION_PLANS)
  @PostMapping("/plan")
  void plan(
      @PathVariable UUID operation, @PathVariable UUID site, @RequestBody @Valid SitePlan plan) {
    sites.write(new OperationId(operation), site, plan);
  }

  @PostMapping("/team")
  void team(
      @PathVariable UUID operation, @PathVariable UUID site, @RequestBody @Valid SiteOrder form) {
    sites.order(
        new OperationId(operation), site, form.team(), form.authority(), form.legalReference());
  }

  @NeedToKnow(Area.ACTION_PLANS)
  @PostMapping("/share")
  void share(
      @PathVariable UUID operation, @PathVariable UUID site, @RequestBody @Valid Share form) {
    sites.share(new OperationId(operation), site, form.shares(), form.reason());
  }

  @PostMapping("/support")
  void support(
      @PathVariable UUID operation, @PathVariable UUID site, @RequestBody @Valid Support form) {
    sites.support(
        new OperationId(operation),
        site,
        form.kind(),
        form.service(),
        form.reached(),
        form.informedAt());
  }

  @NeedToKnow(value = Area.ACTION, right = Right.REPORT)
  @PostMapping("/care")
  void care(
      @PathVariable UUID operation, @PathVariable UUID site, @RequestBody @Valid CareDone form) {
    Instant at = form.at();
    care.record(
        new OperationId(operation),
        site,
        form.whom(),
        form.step(),
        at == null ? Instant.now() : at,
        form.words());
  }
}
