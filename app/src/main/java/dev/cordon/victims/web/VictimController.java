package dev.cordon.victims.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.victims.SealedValues;
import dev.cordon.victims.Victim;
import dev.cordon.victims.Victims;
import dev.cordon.web.Opening;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of victims. */
@NeedToKnow(Area.VICTIMS)
@RestController
@RequestMapping("/api/operations/{operation}/victims")
class VictimController {

  private final Victims victims;

  VictimController(Victims victims) {
    this.victims = victims;
  }

  record Registration(
      @NotBlank @Pattern(regexp = "[A-Z]{2}") String country, @NotNull SealedValues values) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Victim add(@PathVariable UUID operation, @RequestBody @Valid Registration registration) {
    return victims.add(new OperationId(operation), registration.country(), registration.values());
  }

  @GetMapping
  Page<Victim> page(@PathVariable UUID operation, @RequestParam(defaultValue = "1") int page) {
    return victims.page(new OperationId(operation), page);
  }

  @GetMapping("/{victim}")
  Victim get(@PathVariable UUID operation, @PathVariable UUID victim) {
    return victims.get(new OperationId(operation), victim);
  }

  /** Opens the sealed values for a while. */
  @PostMapping("/{victim}/opening")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void open(
      @PathVariable UUID operation,
      @PathVariable UUID victim,
      @RequestBody @Valid Opening opening) {
    victims.open(
        new OperationId(operation),
        victim,
        opening.reason(),
        opening.legalBasis(),
        opening.stands());
  }

  /** The sealed values, while they stand open. */
  @GetMapping("/{victim}/sealed-values")
  ResponseEntity<SealedValues> view(@PathVariable UUID operation, @PathVariable UUID victim) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(victims.view(new OperationId(operation), victim));
  }

  @PostMapping("/{victim}/safeguarding")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void safeguard(
      @PathVariable UUID operation, @PathVariable UUID victim, @RequestBody @Valid Reason reason) {
    victims.safeguard(new OperationId(operation), victim, reason.reason());
  }
}
