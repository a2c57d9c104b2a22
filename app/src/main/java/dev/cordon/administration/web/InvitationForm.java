package dev.cordon.administration.web;

import dev.cordon.access.AgencyId;
import dev.cordon.access.Invitations;
import dev.cordon.access.OperationId;
import dev.cordon.access.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Whom somebody invites.
 *
 * @param until the last day of the first role; empty for the operation's end
 * @param days how long the invitation can be used
 */
record InvitationForm(
    @NotNull(message = "choose an agency") UUID agency,
    @NotBlank(message = "give a name") @Size(max = 200) String displayName,
    @NotBlank(message = "give a name") @Size(max = 99) String signInName,
    @Nullable Role role,
    @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
    @Nullable @Min(1) @Max(30) Integer days,
    @Nullable Boolean administrator) {

  /** Into an operation, with a first role in it; or into the installation only. */
  Invitations.Guest guest(@Nullable OperationId operation) {
    return new Invitations.Guest(
        new AgencyId(agency),
        signInName,
        displayName,
        Boolean.TRUE.equals(administrator) && operation == null,
        operation == null || role == null
            ? null
            : new Invitations.FirstRole(operation, role, Days.end(until)),
        days == null ? Invitations.USUAL_LIFE : Duration.ofDays(days));
  }
}
