package dev.cordon.signin.web;

import dev.cordon.RefusedException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.ForEveryMember;
import dev.cordon.access.StepUp;
import dev.cordon.signin.Account;
import dev.cordon.signin.AgencyIdentities;
import dev.cordon.signin.AgencySignIn;
import dev.cordon.signin.ApiTokens;
import dev.cordon.signin.Attempts;
import dev.cordon.signin.AuthenticatorApps;
import dev.cordon.signin.FreshProofs;
import dev.cordon.signin.KnownDevices;
import dev.cordon.signin.Passkeys;
import dev.cordon.signin.RecoveryCodes;
import dev.cordon.signin.ResetNotices;
import dev.cordon.signin.SignInHost;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member's own account: what it signs in with, where it is signed in, its tokens. */
@ForEveryMember("the own account")
@Controller
@RequestMapping("/account")
class AccountController {

  private static final String ACCOUNT = "redirect:/account";

  private final Account account;
  private final Passkeys passkeys;
  private final AuthenticatorApps apps;
  private final RecoveryCodes codes;
  private final KnownDevices devices;
  private final ApiTokens tokens;
  private final AgencyIdentities identities;
  private final AgencySignIn agencies;
  private final Attempts attempts;
  private final ResetNotices resets;
  private final StepUp stepUp;
  private final SignInHost host;
  private final CurrentMember currentMember;

  AccountController(
      Account account,
      Passkeys passkeys,
      AuthenticatorApps apps,
      RecoveryCodes codes,
      KnownDevices devices,
      ApiTokens tokens,
      AgencyIdentities identities,
      AgencySignIn agencies,
      Attempts attempts,
      ResetNotices resets,
      StepUp stepUp,
      SignInHost host,
      CurrentMember currentMember) {
    this.account = account;
    this.passkeys = passkeys;
    this.apps = apps;
    this.codes = codes;
    this.devices = devices;
    this.tokens = tokens;
    this.identities = identities;
    this.agencies = agencies;
    this.attempts = attempts;
    this.resets = resets;
    this.stepUp = stepUp;
    this.host = host;
    this.currentMember = currentMember;
  }

  @GetMapping
  String page(HttpServletRequest request, Model model) {
    model.addAttribute("signInName", currentMember.get().getName());
    model.addAttribute("passkeys", passkeys.all());
    model.addAttribute("app", apps.find().orElse(null));
    model.addAttribute("codesLeft", codes.left());
    model.addAttribute("devices", devices.all());
    model.addAttribute("tokens", tokens.all());
    model.addAttribute("identities", identities.all());
    model.addAttribute("agencies", agencies.buttons());
    model.addAttribute("sessions", account.sessions());
    model.addAttribute("current", FreshProofs.session());
    model.addAttribute("attempts", attempts.own(1).rows().stream().limit(10).toList());
    model.addAttribute("resets", resets.untold());
    SignInWords.host(host, request, model);
    return "signin/account";
  }

  @PostMapping("/resets/known")
  String resetsKnown(RedirectAttributes flash) {
    return acted(flash, "Noted, with your name and the time.", resets::acknowledge);
  }

  @PostMapping("/passkeys/{id}/remove")
  String removePasskey(@PathVariable UUID id, RedirectAttributes flash) {
    return acted(
        flash,
        "The passkey is removed; your other sessions and your API tokens are ended.",
        () -> {
          passkeys.remove(id);
          account.factorsChanged();
        });
  }

  @PostMapping("/authenticator-app/remove")
  String removeApp(RedirectAttributes flash) {
    return acted(
        flash,
        "The authenticator app is removed; your other sessions and your API tokens are ended.",
        () -> {
          apps.remove();
          account.factorsChanged();
        });
  }

  @PostMapping("/recovery-codes")
  String newCodes(RedirectAttributes flash) {
    flash.addFlashAttribute("codes", codes.replace());
    return ACCOUNT;
  }

  @PostMapping("/password")
  String password(
      @RequestParam String password, @RequestParam String repeated, RedirectAttributes flash) {
    return acted(
        flash,
        "Your password is changed; your other sessions and your API tokens are ended.",
        () -> account.changePassword(password, repeated));
  }

  @PostMapping("/sessions/{id}/end")
  String endSession(@PathVariable UUID id, RedirectAttributes flash) {
    return acted(flash, "The session is ended.", () -> account.end(id));
  }

  @PostMapping("/sessions/end-others")
  String endOthers(RedirectAttributes flash) {
    return acted(flash, "All your other sessions are ended.", account::endOthers);
  }

  @PostMapping("/devices/{id}/forget")
  String forget(@PathVariable UUID id, RedirectAttributes flash) {
    return acted(flash, "The browser is forgotten.", () -> devices.forget(id));
  }

  @PostMapping("/identities/{id}/remove")
  String removeIdentity(@PathVariable UUID id, RedirectAttributes flash) {
    return acted(
        flash,
        "You are not bound to that identity any more; your other sessions and your API tokens are"
            + " ended.",
        () -> {
          identities.remove(id);
          account.factorsChanged();
        });
  }

  @PostMapping("/tokens")
  String newToken(@RequestParam String label, @RequestParam int days, RedirectAttributes flash) {
    return acted(
        flash,
        "The token is made. Copy it now: it is not shown again.",
        () -> flash.addFlashAttribute("token", tokens.make(label, days)));
  }

  @PostMapping("/tokens/{id}/revoke")
  String revoke(@PathVariable UUID id, RedirectAttributes flash) {
    return acted(flash, "The token is revoked.", () -> tokens.revoke(id));
  }

  /** Asks for fresh proof before a page on which a factor is added. */
  @GetMapping("/add")
  String add(HttpServletRequest request, Model model) {
    stepUp.require();
    EnrolmentForm.offer(request, apps, model);
    SignInWords.host(host, request, model);
    return "signin/add";
  }

  private static String acted(RedirectAttributes flash, String done, Runnable act) {
    try {
      act.run();
      flash.addFlashAttribute("done", done);
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
    }
    return ACCOUNT;
  }
}
