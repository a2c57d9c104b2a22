package dev.cordon.signin.web;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.ForAdministrator;
import dev.cordon.access.MemberId;
import dev.cordon.signin.Account;
import dev.cordon.signin.AgencyIdentities;
import dev.cordon.signin.AgencySignIn;
import dev.cordon.signin.Attempts;
import dev.cordon.web.Paging;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's page of sign-ins: who is signed in, what was tried, who is bound to whom. */
@ForAdministrator("sessions and identities of members")
@Controller
@RequestMapping("/administration/sign-ins")
class SignInsController {

  private static final String PATH = "/administration/sign-ins";

  private final Account account;
  private final Attempts attempts;
  private final AgencySignIn agencies;
  private final AgencyIdentities identities;
  private final Access access;

  SignInsController(
      Account account,
      Attempts attempts,
      AgencySignIn agencies,
      AgencyIdentities identities,
      Access access) {
    this.account = account;
    this.attempts = attempts;
    this.agencies = agencies;
    this.identities = identities;
    this.access = access;
  }

  @GetMapping
  String page(@RequestParam(defaultValue = "1") int page, Model model) {
    access.requireAdministrator();
    Page<Attempts.Attempt> tried = attempts.all(page);
    model.addAttribute("sessions", account.allSessions().stream().limit(Page.SIZE).toList());
    model.addAttribute("sessionCount", account.allSessions().size());
    model.addAttribute("attempts", tried.rows());
    model.addAttribute("paging", Paging.of(tried, PATH, Map.of()));
    model.addAttribute("agencies", agencies.buttons());
    return "signin/sign-ins";
  }

  @PostMapping("/members/{member}/end")
  String end(@PathVariable UUID member, RedirectAttributes flash) {
    account.endAllOf(new MemberId(member));
    flash.addFlashAttribute("done", "All sessions of this member are ended.");
    return "redirect:" + PATH;
  }

  @PostMapping("/identities")
  String bind(
      @RequestParam String name,
      @RequestParam String provider,
      @RequestParam String subject,
      RedirectAttributes flash) {
    try {
      identities.bind(name, provider, subject);
      flash.addFlashAttribute("done", "The member is bound to that identity.");
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
    }
    return "redirect:" + PATH;
  }
}
