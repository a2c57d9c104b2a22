package dev.cordon.access.web;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.AgencyId;
import dev.cordon.access.ForEveryMember;
import dev.cordon.access.ForEveryone;
import dev.cordon.access.Invitation;
import dev.cordon.access.InvitationToken;
import dev.cordon.access.Invitations;
import dev.cordon.access.Joining;
import dev.cordon.access.OperationId;
import dev.cordon.access.Role;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invitations, and joining by one. */
@ForEveryMember("an invitation asks for its inviter's right; lists only what the member may see")
@RestController
@RequestMapping("/api")
@Tag(name = "Administration")
class InvitationController {

  private final Invitations invitations;
  private final Joining joining;

  InvitationController(Invitations invitations, Joining joining) {
    this.invitations = invitations;
    this.joining = joining;
  }

  record NewInvitation(
      @NotNull UUID agency,
      @NotBlank @Size(max = 99) String signInName,
      @NotBlank @Size(max = 200) String displayName,
      boolean administrator,
      @Nullable UUID operation,
      @Nullable String role,
      @Nullable OffsetDateTime roleEndsAt,
      @Nullable Integer hours) {

    Invitations.Guest guest() {
      return new Invitations.Guest(
          new AgencyId(agency),
          signInName,
          displayName,
          administrator,
          firstRole(),
          hours == null ? Invitations.USUAL_LIFE : Duration.ofHours(hours));
    }

    private Invitations.@Nullable FirstRole firstRole() {
      if (operation == null && role == null) {
        return null;
      }
      if (operation == null || role == null) {
        throw new RefusedException("A first role needs both the operation and the role.");
      }
      return new Invitations.FirstRole(new OperationId(operation), Role.of(role), roleEndsAt);
    }
  }

  /** The token and the path of the page it opens; in this answer only. */
  record Invited(UUID id, String token, String path) {

    static Invited of(Invitations.Invited invited) {
      String token = invited.token().text();
      return new Invited(invited.id(), token, "/join/" + token);
    }

    @Override
    public String toString() {
      return "Invited[" + id + "]";
    }
  }

  record Acceptance(
      @NotBlank @Size(max = 100) String token, @NotBlank @Size(max = 200) String password) {

    @Override
    public String toString() {
      return "Acceptance";
    }
  }

  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  /** Invites a person. */
  @PostMapping("/invitations")
  @ResponseStatus(HttpStatus.CREATED)
  Invited invite(@Valid @RequestBody NewInvitation form) {
    return Invited.of(invitations.invite(form.guest()));
  }

  /** The invitations the member may see, of one operation or of all. */
  @GetMapping("/invitations")
  Page<Invitation> invitations(
      @RequestParam(required = false) @Nullable UUID operation,
      @RequestParam(defaultValue = "1") int page) {
    return invitations.page(
        operation == null ? null : new OperationId(operation), Math.max(1, page));
  }

  /** Takes an unused invitation back. */
  @PostMapping("/invitations/{id}/withdraw")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable UUID id, @Valid @RequestBody Reason form) {
    invitations.withdraw(null, id, form.reason());
  }

  /** Joins by an invitation; needs no sign-in and gives none. */
  @ForEveryone("who holds an invitation is no member yet")
  @PostMapping("/join")
  @ResponseStatus(HttpStatus.CREATED)
  Joining.Joined join(@Valid @RequestBody Acceptance form) {
    return joining.join(InvitationToken.of(form.token()), form.password());
  }
}
