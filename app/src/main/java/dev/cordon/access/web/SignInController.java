package dev.cordon.access.web;

import dev.cordon.access.CurrentMember;
import dev.cordon.access.ForEveryone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page. */
@ForEveryone("the way in")
@Controller
class SignInController {

  @GetMapping("/sign-in")
  String signIn(@RequestParam(name = "refused", required = false) String refused, Model model) {
    if (CurrentMember.signedIn().isPresent()) {
      return "redirect:/";
    }
    model.addAttribute("refused", refused != null);
    return "sign-in";
  }
}
