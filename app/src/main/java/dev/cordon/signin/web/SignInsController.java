package dev.cordon.signin.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.ForAdministrator;
import dev.cordon.access.MemberId;
import dev.cordon.signin.Account;
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

/** The administrator's page of sign-ins: who is signed in, what was tried. */
@ForAdministrator("sessions of members")
@Controller
@RequestMapping("/administration/sign-ins")
class SignInsController {

  private static final String PATH = "/administration/sign-ins";

  private final Account account;
  private final Attempts attempts;
  private final Access access;

  SignInsController(Account account, Attempts attempts, Access access) {
    this.account = account;
    this.attempts = attempts;
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
    return "signin/sign-ins";
  }

  @PostMapping("/members/{member}/end")
  String end(@PathVariable UUID member, RedirectAttributes flash) {
    account.endAllOf(new MemberId(member));
    flash.addFlashAttribute("done", "All sessions of this member are ended.");
    return "redirect:" + PATH;
  }
}
