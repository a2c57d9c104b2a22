package dev.cordon.signin.web;

import dev.cordon.RefusedException;
import dev.cordon.access.ForEveryMember;
import dev.cordon.access.ForEveryone;
import dev.cordon.signin.AgencySignIn;
import dev.cordon.signin.SignInDesk;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.NoSuchElementException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/*
 * The session's cookie is not sent to a page another site leads to (SameSite=Strict). So what comes back from a provider is
 * answered by a page of our own that goes on by itself: from there the cookie is sent.
 */
/** Leading to an agency's own sign-in, and back. */
@ForEveryone("the way in by an agency's own provider")
@Controller
class AgencySignInController {

  private final AgencySignIn agencies;

  AgencySignInController(AgencySignIn agencies) {
    this.agencies = agencies;
  }

  @GetMapping("/sign-in/agency/{key}")
  String begin(
      @PathVariable String key,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes flash) {
    try {
      return "redirect:"
          + agencies.begin(request, response, key).orElseThrow(NoSuchElementException::new);
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
      return "redirect:/sign-in";
    }
  }

  @GetMapping("/sign-in/agency/{key}/back")
  String back(
      @PathVariable String key,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    try {
      SignInDesk.Step step = agencies.finish(request, response, key);
      return onward(response, model, step.address(), "Signed in at your agency");
    } catch (RefusedException refusal) {
      model.addAttribute("problem", refusal.getMessage());
      return "signin/agency-refused";
    }
  }

  /** A form may lead to this server only; so this page goes on to the provider by itself. */
  @ForEveryMember("binds the own identity")
  @PostMapping("/account/agency")
  String bind(
      @RequestParam String provider,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    String address =
        agencies.beginBinding(request, response, provider).orElseThrow(NoSuchElementException::new);
    return onward(response, model, address, "To your agency's sign-in");
  }

  private static String onward(
      HttpServletResponse response, Model model, String address, String title) {
    response.setHeader("Refresh", "0; url=" + address);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    model.addAttribute("address", address);
    model.addAttribute("title", title);
    return "signin/onward";
  }
}
