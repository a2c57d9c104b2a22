package dev.cordon.evidence.web;

import dev.cordon.web.KeptForm;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps what was typed into a form that was refused: it stands in the form again. */
final class Kept {

  private Kept() {}

  /** After a refusal puts the form's fields back; gives the address again. */
  static String form(
      String redirect, String page, HttpServletRequest request, RedirectAttributes flash) {
    if (!flash.getFlashAttributes().containsKey("problem")) {
      return redirect;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (!name.equals("_csrf") && values.length == 1) {
            fields.put(name, values[0]);
          }
        });
    flash.addFlashAttribute("keptForm", new KeptForm(request.getRequestURI(), page, fields));
    return redirect;
  }
}
