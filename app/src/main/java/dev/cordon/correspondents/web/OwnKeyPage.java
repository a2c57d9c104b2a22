package dev.cordon.correspondents.web;

import dev.cordon.access.ForAdministrator;
import dev.cordon.correspondents.OwnKeys;
import dev.cordon.web.Answer;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The installation's own keys, and the way to new ones. */
@ForAdministrator("public keys and when they were made; no case data")
@Controller
@RequestMapping("/administration/own-keys")
class OwnKeyPage {

  private final OwnKeys own;

  OwnKeyPage(OwnKeys own) {
    this.own = own;
  }

  @GetMapping
  String keys(Model model) {
    model.addAttribute("mine", own.all());
    return "correspondents/own-keys";
  }

  @PostMapping
  String rotate(@Valid Reason form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        "/administration/own-keys",
        "New keys are in use. Hand the new card to every agency; what is sealed to the former keys"
            + " still opens.",
        () -> own.rotate(form.reason()));
  }
}
