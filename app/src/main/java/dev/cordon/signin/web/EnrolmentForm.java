package dev.cordon.signin.web;

import dev.cordon.signin.AuthenticatorApps;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;

/** The offer of a secret that stays in the session until a code of it is given. */
final class EnrolmentForm {

  private static final String OFFER = "cordon.offer";

  private EnrolmentForm() {}

  static AuthenticatorApps.Offer offer(
      HttpServletRequest request, AuthenticatorApps apps, Model model) {
    AuthenticatorApps.Offer offer = offer(request, apps);
    model.addAttribute("offer", offer);
    return offer;
  }

  static AuthenticatorApps.Offer offer(HttpServletRequest request, AuthenticatorApps apps) {
    if (request.getSession().getAttribute(OFFER) instanceof AuthenticatorApps.Offer offer) {
      return offer;
    }
    AuthenticatorApps.Offer offer = apps.offer();
    request.getSession().setAttribute(OFFER, offer);
    return offer;
  }

  static void done(HttpServletRequest request) {
    request.getSession().removeAttribute(OFFER);
  }
}
