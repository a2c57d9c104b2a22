package dev.cordon.administration.web;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Agencies;
import dev.cordon.access.Area;
import dev.cordon.access.ForEveryMember;
import dev.cordon.access.Grant;
import dev.cordon.access.Grants;
import dev.cordon.access.Invitation;
import dev.cordon.access.Invitations;
import dev.cordon.access.Members;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.Operation;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.access.Right;
import dev.cordon.access.Role;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works in an operation, in which role, until when; for those who grant roles, the acts. */
@ForEveryMember("shows only the members the reader may know")
@Controller
@RequestMapping("/operations/{operation}/members")
class MembersPage {

  private static final List<Role> GRANTED =
      Stream.of(Role.values()).filter(role -> role != Role.ADMINISTRATOR).toList();

  private final Operations operations;
  private final Grants grants;
  private final Invitations invitations;
  private final Members members;
  private final Agencies agencies;

  MembersPage(
      Operations operations,
      Grants grants,
      Invitations invitations,
      Members members,
      Agencies agencies) {
    this.operations = operations;
    this.grants = grants;
    this.invitations = invitations;
    this.members = members;
    this.agencies = agencies;
  }

  record GrantForm(
      @NotBlank(message = "give a sign-in name") @Size(max = 99) String signInName,
      @NotNull(message = "choose a role") Role role,
      @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until) {}

  record CoverForm(
      @NotBlank(message = "give a sign-in name") @Size(max = 99) String signInName,
      @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until) {}

  @GetMapping
  String members(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "false") boolean over,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(name = "invitations", defaultValue = "1") int invitationsPage,
      Model model) {
    Operation here = operations.get(new OperationId(operation));
    Map<String, String> filters = over ? Map.of("over", "true") : Map.of();
    Page<Grant> list = grants.page(here.id(), over, Math.max(1, page));
    model.addAttribute("grants", list.rows());
    model.addAttribute("over", over);
    model.addAttribute("paging", Paging.of(list, address(operation), filters));
    model.addAttribute("today", LocalDate.now(ZoneOffset.UTC));
    model.addAttribute("ends", here.endsOn());
    boolean mayGrant = grants.mayGrant(here.id());
    model.addAttribute("mayGrant", mayGrant);
    if (mayGrant) {
      Page<Invitation> invited = invitations.page(here.id(), Math.max(1, invitationsPage));
      model.addAttribute("invitations", invited.rows());
      model.addAttribute(
          "invitationsPaging",
          new Paging(
              invited.number(), invited.total(), address(operation), filters, "invitations"));
      model.addAttribute("roles", GRANTED);
      model.addAttribute("known", members.known());
      model.addAttribute("agencies", agencies.all());
    }
    return "administration/members";
  }

  @NeedToKnow(value = Area.MEMBERS, right = Right.GRANT_ROLE, administratorToo = true)
  @PostMapping("/grants")
  String grant(
      @PathVariable UUID operation,
      @Valid GrantForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Granted. It ends by itself on the day shown.",
        () ->
            grants.grant(
                new OperationId(operation),
                members.named(form.signInName()).id(),
                form.role(),
                Days.span(form.from(), form.until())));
  }

  @NeedToKnow(value = Area.MEMBERS, right = Right.GRANT_ROLE, administratorToo = true)
  @PostMapping("/grants/{grant}/cover")
  String cover(
      @PathVariable UUID operation,
      @PathVariable UUID grant,
      @Valid CoverForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Cover arranged. It ends by itself on the day shown.",
        () ->
            grants.cover(
                new OperationId(operation),
                grant,
                members.named(form.signInName()).id(),
                Days.span(form.from(), form.until())));
  }

  @NeedToKnow(value = Area.MEMBERS, right = Right.GRANT_ROLE, administratorToo = true)
  @PostMapping("/grants/{grant}/end")
  String end(
      @PathVariable UUID operation,
      @PathVariable UUID grant,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Ended at once. What was done in this role stays named.",
        () -> grants.end(new OperationId(operation), grant, form.reason()));
  }

  @NeedToKnow(value = Area.MEMBERS, right = Right.GRANT_ROLE, administratorToo = true)
  @PostMapping("/invitations")
  String invite(
      @PathVariable UUID operation,
      @Valid InvitationForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Invited. Hand over the link below; it is shown this once.",
        () -> {
          if (form.role() == null) {
            throw new RefusedException("Choose the role the person starts with.");
          }
          Invitations.Invited invited = invitations.invite(form.guest(new OperationId(operation)));
          flash.addFlashAttribute("link", "/join/" + invited.token().text());
        });
  }

  @NeedToKnow(value = Area.MEMBERS, right = Right.GRANT_ROLE, administratorToo = true)
  @PostMapping("/invitations/{invitation}/withdraw")
  String withdraw(
      @PathVariable UUID operation,
      @PathVariable UUID invitation,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Withdrawn. Its link opens nothing any more.",
        () -> invitations.withdraw(new OperationId(operation), invitation, form.reason()));
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/members";
  }
}
