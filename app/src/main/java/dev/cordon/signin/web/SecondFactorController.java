package dev.cordon.signin.web;

import dev.cordon.RefusedException;
import dev.cordon.access.ForEveryone;
import dev.cordon.signin.AuthenticatorApps;
import dev.cordon.signin.Factor;
import dev.cordon.signin.Factors;
import dev.cordon.signin.HalfSignIn;
import dev.cordon.signin.Passkeys;
import dev.cordon.signin.SecondFactors;
import dev.cordon.signin.SignInDesk;
import dev.cordon.signin.SignInHost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** After a right password: the second factor, or enrolling the first one. */
@ForEveryone("the second half of the way in")
@Controller
class SecondFactorController {

  private static final String START = "redirect:/sign-in?ended=stale";

  private final SignInDesk desk;
  private final SecondFactors second;
  private final AuthenticatorApps apps;
  private final Passkeys passkeys;
  private final SignInHost host;

  SecondFactorController(
      SignInDesk desk,
      SecondFactors second,
      AuthenticatorApps apps,
      Passkeys passkeys,
      SignInHost host) {
    this.desk = desk;
    this.second = second;
    this.apps = apps;
    this.passkeys = passkeys;
    this.host = host;
  }

  @GetMapping("/sign-in/second-factor")
  String ask(HttpServletRequest request, Model model) {
    Optional<HalfSignIn> half = desk.half(request).filter(one -> !one.enrolling());
    if (half.isEmpty()) {
      return START;
    }
    Factors.Held held = desk.held(half.get());
    model.addAttribute("held", held);
    SignInWords.host(host, request, model);
    return "signin/second-factor";
  }

  @PostMapping("/sign-in/second-factor")
  String code(HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
    String code = SignInController.only(request, "code");
    SignInDesk.Step step = desk.code(request, response, code == null ? "" : code);
    return SignInController.after(step, flash, "/sign-in/second-factor");
  }

  @GetMapping("/sign-in/enrol")
  String enrol(HttpServletRequest request, Model model) {
    Optional<HalfSignIn> half = enrolling(request);
    if (half.isEmpty()) {
      return START;
    }
    model.addAttribute("offer", offer(request, half.get()));
    SignInWords.host(host, request, model);
    return "signin/enrol";
  }

  @PostMapping("/sign-in/enrol/app")
  String app(
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes flash) {
    Optional<HalfSignIn> half = enrolling(request);
    if (half.isEmpty()) {
      return START;
    }
    AuthenticatorApps.Offer offer = offer(request, half.get());
    return enrolled(
        request,
        response,
        flash,
        Factor.AUTHENTICATOR_APP,
        () -> desk.enrolling(half.get(), () -> second.enrolApp(offer, code)));
  }

  @PostMapping("/sign-in/enrol/passkey")
  String passkey(
      @RequestParam String credential,
      @RequestParam String label,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes flash) {
    Optional<HalfSignIn> half = enrolling(request);
    if (half.isEmpty()) {
      return START;
    }
    return enrolled(
        request,
        response,
        flash,
        Factor.PASSKEY,
        () ->
            desk.enrolling(
                half.get(), () -> second.enrolPasskey(request.getSession(), credential, label)));
  }

  @PostMapping(path = "/sign-in/enrol/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String options(HttpServletRequest request) {
    HalfSignIn half = enrolling(request).orElseThrow(NoSuchElementException::new);
    return desk.enrolling(half, () -> passkeys.makingOptions(request.getSession()));
  }

  private Optional<HalfSignIn> enrolling(HttpServletRequest request) {
    return desk.half(request).filter(HalfSignIn::enrolling);
  }

  private AuthenticatorApps.Offer offer(HttpServletRequest request, HalfSignIn half) {
    return desk.enrolling(half, () -> EnrolmentForm.offer(request, apps));
  }

  private String enrolled(
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes flash,
      Factor factor,
      java.util.function.Supplier<List<String>> enrolment) {
    try {
      flash.addFlashAttribute("codes", enrolment.get());
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
      return "redirect:/sign-in/enrol";
    }
    desk.enrolled(request, response, factor);
    flash.addFlashAttribute("done", "You are signed in, and your second factor is set up.");
    return "redirect:/account";
  }
}
