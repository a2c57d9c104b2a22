package dev.cordon.access.web;

import dev.cordon.RefusedException;
import dev.cordon.access.ForEveryone;
import dev.cordon.access.InvitationToken;
import dev.cordon.access.Joining;
import dev.cordon.access.NotPermittedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page behind an invitation's link: choose a password and become a member. Whoever joined is
 * signed out and led to the sign-in page; what else a first sign-in asks for begins there.
 */
@ForEveryone("who holds an invitation is no member yet")
@Controller
class JoinController {

  private final Joining joining;

  JoinController(Joining joining) {
    this.joining = joining;
  }

  record Choice(@Nullable String password, @Nullable String again) {

    String checked() {
      if (password == null || !password.equals(again)) {
        throw new RefusedException("The two entries differ; type the same password twice.");
      }
      return password;
    }

    @Override
    public String toString() {
      return "Choice";
    }
  }

  @GetMapping("/join/{token}")
  String welcome(@PathVariable String token, Model model, HttpServletResponse response) {
    Optional<Joining.Welcome> welcome = joining.open(InvitationToken.of(token));
    if (welcome.isEmpty()) {
      return closed(response);
    }
    model.addAttribute("welcome", welcome.get());
    model.addAttribute("token", token);
    return "access/join";
  }

  @PostMapping("/join/{token}")
  String join(
      @PathVariable String token,
      Choice choice,
      RedirectAttributes flash,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      Joining.Joined joined = joining.join(InvitationToken.of(token), choice.checked());
      // Somebody may have been signed in at this browser: that is not the person who joined.
      new SecurityContextLogoutHandler().logout(request, response, null);
      flash.addFlashAttribute("joined", joined.signInName());
      return "redirect:/sign-in";
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
      return "redirect:/join/{token}";
    } catch (NotPermittedException nothing) {
      return closed(response);
    }
  }

  private static String closed(HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "access/join-closed";
  }
}
