package dev.cordon.signin.web;

import dev.cordon.access.CurrentMember;
import dev.cordon.access.ForEveryone;
import dev.cordon.signin.AgencySignIn;
import dev.cordon.signin.Passkeys;
import dev.cordon.signin.SignInDesk;
import dev.cordon.signin.SignInHost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sign-in page: passkey first, password below, agencies beside. */
@ForEveryone("the way in")
@Controller
class SignInController {

  private final SignInDesk desk;
  private final Passkeys passkeys;
  private final AgencySignIn agencies;
  private final SignInHost host;

  SignInController(SignInDesk desk, Passkeys passkeys, AgencySignIn agencies, SignInHost host) {
    this.desk = desk;
    this.passkeys = passkeys;
    this.agencies = agencies;
    this.host = host;
  }

  @GetMapping("/sign-in")
  String page(
      @RequestParam(required = false) @Nullable String ended,
      @RequestParam(required = false) @Nullable String refused,
      HttpServletRequest request,
      Model model) {
    if (CurrentMember.signedIn().isPresent()) {
      return "redirect:/";
    }
    if (refused != null) {
      model.addAttribute("problem", SignInWords.REFUSED);
    }
    model.addAttribute("ended", SignInWords.ended(ended));
    model.addAttribute("agencies", agencies.buttons());
    SignInWords.host(host, request, model);
    return "sign-in";
  }

  /** One name and one password; a form that gives one of them twice is not ours. */
  @PostMapping("/sign-in")
  String password(
      HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
    String name = only(request, "name");
    String password = only(request, "password");
    if (name == null || password == null) {
      return refused(flash);
    }
    return after(desk.password(request, response, name, password), flash, "/sign-in");
  }

  @PostMapping("/sign-in/passkey")
  String passkey(
      @RequestParam String credential,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes flash) {
    SignInDesk.Step step = desk.passkey(request, response, credential);
    if (step.result() == SignInDesk.Result.REFUSED) {
      flash.addFlashAttribute("problem", SignInWords.passkeyRefused(host));
      return "redirect:/sign-in";
    }
    return after(step, flash, "/sign-in");
  }

  /** The challenge for any passkey: to sign in, as the second factor, or as fresh proof. */
  @PostMapping(path = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String options(HttpServletRequest request) {
    return passkeys.usingOptions(request.getSession(), "use");
  }

  static String after(SignInDesk.Step step, RedirectAttributes flash, String again) {
    return switch (step.result()) {
      case SIGNED_IN, MORE_NEEDED -> "redirect:" + step.address();
      case REFUSED -> {
        flash.addFlashAttribute("problem", SignInWords.REFUSED);
        yield "redirect:" + (step.address().isEmpty() ? again : step.address());
      }
      case WAIT -> {
        flash.addFlashAttribute("problem", SignInWords.delay(step.delay()));
        yield "redirect:" + again;
      }
    };
  }

  private static String refused(RedirectAttributes flash) {
    flash.addFlashAttribute("problem", SignInWords.REFUSED);
    return "redirect:/sign-in";
  }

  static @Nullable String only(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values != null && values.length == 1 ? values[0] : null;
  }
}
