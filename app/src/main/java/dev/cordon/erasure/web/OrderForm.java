package dev.cordon.erasure.web;

import dev.cordon.RefusedException;
import dev.cordon.erasure.Chosen;
import dev.cordon.erasure.OrderKind;
import dev.cordon.erasure.Ordered;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** An order as it is typed. */
record OrderForm(
    @NotNull(message = "say what is ordered") OrderKind kind,
    @NotBlank(message = "name who ordered") @Size(max = 300) String authority,
    @NotBlank(message = "give its reference") @Size(max = 200) String reference,
    @NotBlank(message = "give its date") @Size(max = 10) String orderedOn,
    @NotBlank(message = "name the legal basis") @Size(max = 1000) String legalBasis,
    @NotNull(message = "say how the person is named") Chosen.By by,
    @NotBlank(message = "name whom it concerns") @Size(max = 500) String whom) {

  Ordered ordered() {
    try {
      return new Ordered(authority, reference, LocalDate.parse(orderedOn), legalBasis);
    } catch (DateTimeParseException wrong) {
      throw new RefusedException(
          "The order's date " + orderedOn + " is not a day; write it as 2026-03-01.");
    }
  }

  Chosen chosen() {
    return new Chosen(by, whom);
  }
}
