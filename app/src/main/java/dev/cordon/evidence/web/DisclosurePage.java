package dev.cordon.evidence.web;

import dev.cordon.RefusedException;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.evidence.Exhibits;
import dev.cordon.evidence.custody.Disclosure;
import dev.cordon.evidence.custody.Disclosures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reports, CASE documents and bundles, handed out with a recipient and a reason. */
@NeedToKnow(Area.EVIDENCE)
@Controller
@RequestMapping("/operations/{operation}/exhibits/disclosures")
class DisclosurePage {

  private final Disclosures disclosures;

  DisclosurePage(Disclosures disclosures) {
    this.disclosures = disclosures;
  }

  /** What is asked for, as typed. */
  record Form(
      Disclosure.Form form,
      @Nullable UUID exhibit,
      @Nullable String country,
      @Nullable String report,
      @Nullable String words,
      @Nullable String recipient,
      @Nullable String reason,
      @Nullable String permission) {

    Disclosures.Order order() {
      return new Disclosures.Order(
          form,
          exhibit,
          new Exhibits.Filter(country, report, words),
          recipient == null ? "" : recipient,
          reason == null ? "" : reason,
          CustodyForms.blank(permission));
    }
  }

  @PostMapping
  @Nullable String make(
      @PathVariable UUID operation,
      Form form,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes flash)
      throws IOException {
    String list = ExhibitPage.address(operation);
    String page = form.exhibit() == null ? list : list + "/" + form.exhibit();
    Disclosures.Made made;
    try {
      made = disclosures.make(new OperationId(operation), form.order());
    } catch (RefusedException refused) {
      flash.addFlashAttribute("problem", refused.getMessage());
      return Kept.form("redirect:" + page, page, request, flash);
    }
    response.setContentType(made.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + made.name() + "\"");
    response.setContentLength(made.bytes().length);
    response.getOutputStream().write(made.bytes());
    return null;
  }
}
