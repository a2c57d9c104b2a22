package dev.cordon.clearance;

import dev.cordon.access.Area;
import dev.cordon.access.HandlingCode;
import dev.cordon.access.HandlingCodes;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Handling codes of single records. */
@NeedToKnow(Area.HANDLING)
@RestController
@RequestMapping("/api/operations/{operation}/handling")
class HandlingController {

  private final HandlingCodes codes;

  HandlingController(HandlingCodes codes) {
    this.codes = codes;
  }

  record Mark(
      @NotNull HandlingCodes.Kind kind,
      @NotNull UUID record,
      @NotNull HandlingCode code,
      @NotBlank @Size(max = 1800) String reason) {}

  /** Gives a record a code of its own, in place of the one it had. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  void mark(@PathVariable UUID operation, @RequestBody @Valid Mark mark) {
    codes.mark(new OperationId(operation), mark.kind(), mark.record(), mark.code(), mark.reason());
  }
}
