package dev.cordon.correspondence.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.correspondence.Corrections;
import dev.cordon.correspondence.Outgoing;
import dev.cordon.correspondence.Sending;
import dev.cordon.correspondence.Way;
import dev.cordon.correspondents.AgencyKeys;
import dev.cordon.correspondents.Road;
import dev.cordon.dispatch.IntelligencePackage;
import dev.cordon.dispatch.IntelligencePackages;
import dev.cordon.dispatch.PackageId;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a released package goes to its recipient's server, and whom a correction has to be told. */
@NeedToKnow(value = Area.PACKAGES, right = Right.RELEASE)
@Controller
class SendingPage {

  private final IntelligencePackages packages;
  private final Sending sending;
  private final Corrections corrections;
  private final AgencyKeys keys;
  private final Access access;

  SendingPage(
      IntelligencePackages packages,
      Sending sending,
      Corrections corrections,
      AgencyKeys keys,
      Access access) {
    this.access = access;
    this.packages = packages;
    this.sending = sending;
    this.corrections = corrections;
    this.keys = keys;
  }

  record SendForm(@NotNull(message = "choose a way") Way way) {}

  record TellForm(
      @NotNull UUID packageId,
      @NotNull UUID subject,
      @NotBlank(message = "say what no longer holds") @Size(min = 3, max = 2000) String words) {}

  @GetMapping("/operations/{operation}/packages/{id}/sending")
  String sending(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId place = new OperationId(operation);
    IntelligencePackage one = packages.get(place, new PackageId(id));
    Page<Outgoing> sent = sending.page(place, id, null, Math.max(1, page));
    model.addAttribute("one", one);
    model.addAttribute("sent", sent.rows());
    model.addAttribute("paging", Paging.of(sent, address(operation, id), Map.of()));
    model.addAttribute("wasSent", sending.wasSent(place, one.id()));
    model.addAttribute("sealable", !keys.sealingKeys(place, one.recipient()).isEmpty());
    model.addAttribute("pushes", keys.road(place, one.recipient()).filter(Road::sends).isPresent());
    model.addAttribute("told", corrections.told(place, one.id()));
    return "correspondence/sending";
  }

  @PostMapping("/operations/{operation}/packages/{id}/sending")
  String send(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid SendForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, id),
        form.way() == Way.PUSH
            ? "It goes to the agency's server by itself; see below how far it has come."
            : "Sealed for the agency's keys: take it out below.",
        () -> sending.send(new OperationId(operation), new PackageId(id), form.way()));
  }

  @NeedToKnow(Area.PACKAGES)
  @GetMapping("/operations/{operation}/corrections")
  String corrections(
      @PathVariable UUID operation,
      @RequestParam(required = false) @Nullable UUID subject,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Page<Corrections.Duty> list =
        corrections.page(new OperationId(operation), subject, Math.max(1, page));
    model.addAttribute("duties", list.rows());
    model.addAttribute("subject", subject);
    model.addAttribute(
        "tells", access.holds(new OperationId(operation), Area.PACKAGES, Right.RECALL));
    model.addAttribute(
        "paging",
        Paging.of(
            list,
            "/operations/" + operation + "/corrections",
            subject == null ? Map.of() : Map.of("subject", subject.toString())));
    return "correspondence/corrections";
  }

  @NeedToKnow(value = Area.PACKAGES, right = Right.RECALL)
  @PostMapping("/operations/{operation}/corrections")
  String tell(
      @PathVariable UUID operation,
      @Valid TellForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        "/operations/" + operation + "/corrections",
        "Told. Where the package was sent, a signed message goes the same way.",
        () ->
            corrections.tell(
                new OperationId(operation),
                new PackageId(form.packageId()),
                form.subject(),
                form.words()));
  }

  private static String address(UUID operation, UUID id) {
    return "/operations/" + operation + "/packages/" + id + "/sending";
  }
}
