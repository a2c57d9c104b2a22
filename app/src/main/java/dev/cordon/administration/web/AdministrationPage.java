package dev.cordon.administration.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Agencies;
import dev.cordon.access.Agency;
import dev.cordon.access.AgencyId;
import dev.cordon.access.ForAdministrator;
import dev.cordon.access.HandlingCode;
import dev.cordon.access.Invitation;
import dev.cordon.access.Invitations;
import dev.cordon.access.MemberId;
import dev.cordon.access.Members;
import dev.cordon.access.Operations;
import dev.cordon.access.Purpose;
import dev.cordon.law.Jurisdiction;
import dev.cordon.law.Jurisdictions;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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

/** The installation as its administrator sees it: operations, agencies, members; no case data. */
@ForAdministrator("agencies, members and operations of the installation")
@Controller
@RequestMapping("/administration")
class AdministrationPage {

  private static final String ADDRESS = "/administration";
  private static final String MEMBERS = "/administration/members";

  private final Access access;
  private final Operations operations;
  private final Agencies agencies;
  private final Members members;
  private final Invitations invitations;

  AdministrationPage(
      Access access,
      Operations operations,
      Agencies agencies,
      Members members,
      Invitations invitations) {
    this.access = access;
    this.operations = operations;
    this.agencies = agencies;
    this.members = members;
    this.invitations = invitations;
  }

  private final List<Jurisdiction> offered =
      Jurisdictions.shipped().all().stream()
          .sorted(
              Comparator.comparing(AdministrationPage::countryName)
                  .thenComparing(Jurisdiction::code))
          .toList();

  private static String countryName(Jurisdiction one) {
    return Locale.of("", one.country()).getDisplayCountry(Locale.UK);
  }

  record AgencyForm(
      @NotBlank(message = "give a name") @Size(max = 200) String name,
      @NotNull
          @Pattern(
              regexp = "[A-Z]{2}(-[A-Z0-9]{1,6})?",
              message = "a jurisdiction, such as DK or GB-SCT")
          String jurisdiction) {

    String country() {
      return jurisdiction.substring(0, 2);
    }

    @Nullable String division() {
      return jurisdiction.length() == 2 ? null : jurisdiction;
    }
  }

  record OperationForm(
      @NotBlank(message = "give a name") @Size(max = 200) String name,
      @NotBlank(message = "name the authority") @Size(max = 500) String authority,
      @NotBlank(message = "name the legal basis") @Size(max = 1000) String legalBasis,
      @NotNull(message = "choose a day") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate reviewOn,
      @NotNull(message = "choose a day") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate endsOn,
      @NotNull(message = "choose an agency") UUID leadAgency,
      @NotNull(message = "choose a code") HandlingCode handlingCode) {

    Operations.Grounds grounds() {
      return new Operations.Grounds(
          name,
          authority,
          legalBasis,
          Purpose.ONLINE_CHILD_SEXUAL_EXPLOITATION,
          reviewOn,
          endsOn,
          new AgencyId(leadAgency),
          handlingCode);
    }
  }

  @GetMapping
  String overview(@RequestParam(defaultValue = "1") int page, Model model) {
    access.requireAdministrator();
    Page<Agency> list = agencies.page(Math.max(1, page));
    model.addAttribute("operations", operations.all());
    model.addAttribute("agencies", list.rows());
    model.addAttribute("paging", Paging.of(list, ADDRESS, Map.of()));
    model.addAttribute("choices", agencies.all());
    model.addAttribute("jurisdictions", offered);
    model.addAttribute("codes", HandlingCode.values());
    model.addAttribute("today", LocalDate.now(ZoneOffset.UTC));
    return "administration/administration";
  }

  @GetMapping("/members")
  String members(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(name = "invitations", defaultValue = "1") int invitationsPage,
      Model model) {
    access.requireAdministrator();
    Page<Members.Listed> list = members.page(Math.max(1, page));
    Page<Invitation> invited = invitations.page(null, Math.max(1, invitationsPage));
    model.addAttribute("members", list.rows());
    model.addAttribute("paging", Paging.of(list, MEMBERS, Map.of()));
    model.addAttribute("invitations", invited.rows());
    model.addAttribute(
        "invitationsPaging",
        new Paging(invited.number(), invited.total(), MEMBERS, Map.of(), "invitations"));
    model.addAttribute("agencies", agencies.all());
    return "administration/installation-members";
  }

  @PostMapping("/agencies")
  String addAgency(@Valid AgencyForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        ADDRESS,
        "Agency added. Invite its members next.",
        () -> agencies.add(form.name(), form.country(), form.division()));
  }

  @PostMapping("/agencies/{agency}/close")
  String closeAgency(@PathVariable UUID agency, RedirectAttributes flash) {
    return Answer.after(
        flash,
        ADDRESS,
        "The agency is closed; nothing is handed to it from now on.",
        () -> agencies.close(new AgencyId(agency)));
  }

  @PostMapping("/operations")
  String open(@Valid OperationForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        ADDRESS,
        "Operation opened. Give its coordinators their role next, under its members.",
        () -> operations.open(form.grounds()));
  }

  @PostMapping("/members/{member}/leave")
  String leave(
      @PathVariable UUID member,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        MEMBERS,
        "Left. Access ended at once, open sessions included.",
        () -> members.leave(new MemberId(member), form.reason()));
  }

  @PostMapping("/invitations")
  String invite(@Valid InvitationForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        MEMBERS,
        "Invited. Hand over the link below; it is shown this once.",
        () ->
            flash.addFlashAttribute(
                "link", "/join/" + invitations.invite(form.guest(null)).token().text()));
  }

  @PostMapping("/invitations/{invitation}/withdraw")
  String withdraw(
      @PathVariable UUID invitation,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        MEMBERS,
        "Withdrawn. Its link opens nothing any more.",
        () -> invitations.withdraw(null, invitation, form.reason()));
  }
}
