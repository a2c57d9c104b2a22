package dev.cordon.signin.web;

import dev.cordon.RefusedException;
import dev.cordon.access.ForEveryone;
import dev.cordon.access.NotPermittedException;
import dev.cordon.signin.FreshStart;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page behind the link of a reset: with the code of the other person, choose a new password.
 * Nobody is signed in by it.
 */
@ForEveryone("who lost the sign-in can not sign in")
@Controller
class FreshStartController {

  private final FreshStart start;

  FreshStartController(FreshStart start) {
    this.start = start;
  }

  @GetMapping("/sign-in/reset/{link}")
  String welcome(@PathVariable String link, Model model, HttpServletResponse response) {
    Optional<FreshStart.Welcome> welcome = start.open(link);
    if (welcome.isEmpty()) {
      return closed(response);
    }
    model.addAttribute("welcome", welcome.get());
    model.addAttribute("link", link);
    return "signin/fresh-start";
  }

  /** Each field once; a form that gives one of them twice is not ours. */
  @PostMapping("/sign-in/reset/{link}")
  String choose(
      @PathVariable String link,
      RedirectAttributes flash,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      FreshStart.Result result = start.start(link, given(request, "code"), password(request));
      if (result == FreshStart.Result.WRONG_CODE) {
        throw new RefusedException(
            "This code does not belong to the link. After five wrong codes the link opens nothing"
                + " any more.");
      }
      // Somebody else may have been signed in at this browser.
      new SecurityContextLogoutHandler().logout(request, response, null);
      flash.addFlashAttribute(
          "done", "Your password is set. Sign in with it and set up your second factor.");
      return "redirect:/sign-in";
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
      return "redirect:/sign-in/reset/{link}";
    } catch (NotPermittedException nothing) {
      return closed(response);
    }
  }

  private static String password(HttpServletRequest request) {
    String password = given(request, "password");
    if (!password.equals(given(request, "again"))) {
      throw new RefusedException("The two entries differ; type the same password twice.");
    }
    return password;
  }

  private static String given(HttpServletRequest request, String name) {
    String value = SignInController.only(request, name);
    if (value == null) {
      throw new RefusedException("Fill in the code and the new password twice.");
    }
    return value;
  }

  private static String closed(HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "signin/fresh-start-closed";
  }
}
