package dev.cordon.signin.web;

import dev.cordon.access.ForEveryMember;
import dev.cordon.signin.Destination;
import dev.cordon.signin.FreshProofs;
import dev.cordon.signin.SignInHost;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Fresh proof before an act that is hard to take back; then back to the page it came from. */
@ForEveryMember("proves anew who asks")
@Controller
class StepUpController {

  private static final String PROVED =
      "Proved for five minutes. Nothing was done yet: check the form and send it again.";

  private final FreshProofs proofs;
  private final SignInHost host;

  StepUpController(FreshProofs proofs, SignInHost host) {
    this.proofs = proofs;
    this.host = host;
  }

  @GetMapping("/step-up")
  String page(
      @RequestParam(required = false) @Nullable String next,
      HttpServletRequest request,
      Model model) {
    FreshProofs.session();
    model.addAttribute("ways", proofs.ways());
    model.addAttribute("next", Destination.own(next));
    SignInWords.host(host, request, model);
    return "signin/step-up";
  }

  @PostMapping("/step-up")
  String secret(HttpServletRequest request, RedirectAttributes flash) {
    String secret = SignInController.only(request, "secret");
    return after(
        proofs.bySecret(request, secret == null ? "" : secret),
        SignInController.only(request, "next"),
        flash);
  }

  @PostMapping("/step-up/passkey")
  String passkey(
      @RequestParam String credential, HttpServletRequest request, RedirectAttributes flash) {
    return after(
        proofs.byPasskey(request, credential), SignInController.only(request, "next"), flash);
  }

  private static String after(
      FreshProofs.Answer answer, @Nullable String next, RedirectAttributes flash) {
    String destination = Destination.own(next);
    if (answer.proved()) {
      flash.addFlashAttribute("done", PROVED);
      return "redirect:" + destination;
    }
    flash.addFlashAttribute(
        "problem",
        answer
            .delay()
            .map(SignInWords::delay)
            .orElse(
                "That was not right, or was used before. Wait for the app's next code and try"
                    + " again."));
    flash.addAttribute("next", destination);
    return "redirect:/step-up";
  }
}
