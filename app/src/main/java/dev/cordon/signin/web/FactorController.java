package dev.cordon.signin.web;

import dev.cordon.RefusedException;
import dev.cordon.access.ForEveryMember;
import dev.cordon.access.StepUp;
import dev.cordon.signin.AuthenticatorApps;
import dev.cordon.signin.Passkeys;
import dev.cordon.signin.SecondFactors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding a passkey or an authenticator app to an account; only with fresh proof. */
@ForEveryMember("the own factors")
@Controller
@RequestMapping("/account/add")
class FactorController {

  private final SecondFactors second;
  private final Passkeys passkeys;
  private final AuthenticatorApps apps;
  private final StepUp stepUp;

  FactorController(SecondFactors second, Passkeys passkeys, AuthenticatorApps apps, StepUp stepUp) {
    this.second = second;
    this.passkeys = passkeys;
    this.apps = apps;
    this.stepUp = stepUp;
  }

  @PostMapping(path = "/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String options(HttpServletRequest request) {
    stepUp.require();
    return passkeys.makingOptions(request.getSession());
  }

  @PostMapping("/passkey")
  String passkey(
      @RequestParam String credential,
      @RequestParam String label,
      HttpServletRequest request,
      RedirectAttributes flash) {
    stepUp.require();
    return added(
        flash,
        "The passkey is added; your other sessions are ended.",
        () -> second.enrolPasskey(request.getSession(), credential, label));
  }

  @PostMapping("/app")
  String app(@RequestParam String code, HttpServletRequest request, RedirectAttributes flash) {
    stepUp.require();
    AuthenticatorApps.Offer offer = EnrolmentForm.offer(request, apps);
    return added(
        flash,
        "The authenticator app is set up; your other sessions are ended.",
        () -> {
          List<String> codes = second.enrolApp(offer, code);
          EnrolmentForm.done(request);
          return codes;
        });
  }

  private static String added(
      RedirectAttributes flash, String done, Supplier<List<String>> enrolment) {
    try {
      List<String> codes = enrolment.get();
      flash.addFlashAttribute("done", done);
      if (!codes.isEmpty()) {
        flash.addFlashAttribute("codes", codes);
      }
      return "redirect:/account";
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
      return "redirect:/account/add";
    }
  }
}
