package dev.cordon.signin.web;

import dev.cordon.Page;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.ForAdministrator;
import dev.cordon.access.ForEveryMember;
import dev.cordon.access.MemberId;
import dev.cordon.signin.FactorReset;
import dev.cordon.signin.FactorResets;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Resets of lost sign-ins: asked for by the administrator, decided by another person. */
@ForEveryMember("shows only the resets the reader may decide")
@Controller
class ResetsController {

  private static final String ADDRESS = "/resets";

  private final FactorResets resets;
  private final CurrentMember currentMember;

  ResetsController(FactorResets resets, CurrentMember currentMember) {
    this.resets = resets;
    this.currentMember = currentMember;
  }

  @GetMapping(ADDRESS)
  String list(@RequestParam(defaultValue = "1") int page, Model model) {
    Page<FactorReset> list = resets.page(Math.max(1, page));
    model.addAttribute("resets", list.rows());
    model.addAttribute("paging", Paging.of(list, ADDRESS, Map.of()));
    model.addAttribute("me", currentMember.member());
    model.addAttribute("administers", currentMember.get().administrator());
    return "signin/resets";
  }

  @ForAdministrator("asks that a member starts its sign-in anew")
  @PostMapping("/administration/members/{member}/reset")
  String ask(
      @PathVariable UUID member,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        ADDRESS,
        "Asked. Nothing happens before another person approves.",
        () -> flash.addFlashAttribute("code", resets.ask(new MemberId(member), form.reason())));
  }

  @PostMapping(ADDRESS + "/{id}/approve")
  String approve(
      @PathVariable UUID id, @Valid Reason form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        ADDRESS,
        "Approved. The member's sessions, tokens, passkeys and password are gone.",
        () ->
            flash.addFlashAttribute("link", "/sign-in/reset/" + resets.approve(id, form.reason())));
  }

  @PostMapping(ADDRESS + "/{id}/decline")
  String decline(
      @PathVariable UUID id, @Valid Reason form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        ADDRESS,
        "Declined. Nothing was changed.",
        () -> resets.decline(id, form.reason()));
  }

  @PostMapping(ADDRESS + "/{id}/withdraw")
  String withdraw(
      @PathVariable UUID id, @Valid Reason form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        ADDRESS,
        "Taken back. Nothing was changed.",
        () -> resets.withdraw(id, form.reason()));
  }
}
