package dev.cordon.evidence.web;

import dev.cordon.access.OperationId;
import dev.cordon.web.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * One act that a form of an exhibit's page tells: which exhibit it is about, and what is said when
 * it is done or refused. What was typed survives a refusal.
 */
record ExhibitAct(UUID operation, UUID exhibit, HttpServletRequest request) {

  OperationId id() {
    return new OperationId(operation);
  }

  /** Does it if each form is sound; leads back to the exhibit's page. */
  String after(String done, Runnable act, BindingResult... forms) {
    String page = ExhibitPage.address(operation) + "/" + exhibit;
    RedirectAttributesModelMap flash = new RedirectAttributesModelMap();
    String redirect = Answer.after(firstUnsound(forms), flash, page, done, act);
    Kept.form(redirect, page, request, flash);
    RequestContextUtils.getOutputFlashMap(request).putAll(flash.getFlashAttributes());
    return redirect;
  }

  private static BindingResult firstUnsound(BindingResult... forms) {
    for (BindingResult form : forms) {
      if (form.hasErrors()) {
        return form;
      }
    }
    return forms[0];
  }

  /** Makes the act of each request to the pages that take acts. */
  @ControllerAdvice(assignableTypes = {HandOverPage.class, CustodyPage.class, PartsPage.class})
  static class Requests {

    @ModelAttribute("act")
    ExhibitAct act(
        @PathVariable UUID operation, @PathVariable UUID exhibit, HttpServletRequest request) {
      return new ExhibitAct(operation, exhibit, request);
    }
  }
}
