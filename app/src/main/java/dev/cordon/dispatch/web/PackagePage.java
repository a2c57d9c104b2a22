package dev.cordon.dispatch.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Agencies;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.approval.ActKind;
import dev.cordon.approval.Approvals;
import dev.cordon.dispatch.Clearing;
import dev.cordon.dispatch.DraftOrder;
import dev.cordon.dispatch.DraftTerms;
import dev.cordon.dispatch.IntelligencePackage;
import dev.cordon.dispatch.IntelligencePackages;
import dev.cordon.dispatch.Outcome;
import dev.cordon.dispatch.Outcomes;
import dev.cordon.dispatch.PackageId;
import dev.cordon.dispatch.PackageRecord;
import dev.cordon.dispatch.PackageSubject;
import dev.cordon.dispatch.TransferBasis;
import dev.cordon.dispatch.content.RecipientProfile;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The packages per country, one package, and what may be done with it. */
@NeedToKnow(Area.PACKAGES)
@Controller
@RequestMapping("/operations/{operation}/packages")
class PackagePage {

  private final IntelligencePackages packages;
  private final Agencies agencies;
  private final Access access;
  private final Approvals approvals;
  private final Outcomes outcomes;

  PackagePage(
      IntelligencePackages packages,
      Agencies agencies,
      Access access,
      Approvals approvals,
      Outcomes outcomes) {
    this.packages = packages;
    this.agencies = agencies;
    this.access = access;
    this.approvals = approvals;
    this.outcomes = outcomes;
  }

  record DraftForm(
      @NotNull(message = "choose an agency") UUID agency,
      @Nullable @Size(max = 40) String profile,
      @Nullable
          @Pattern(
              regexp = "|[ABCX][1-4]|[123][A-E][PC]",
              message = "is A to C or X, then 1 to 4; or in 3x5x2 like 2CP")
          String grading,
      @NotBlank(message = "say why") @Size(max = 2000) String reason) {

    DraftOrder order() {
      return new DraftOrder(
          new AgencyId(agency),
          reason,
          null,
          null,
          grading == null || grading.isEmpty() ? null : PackageController.Draft.graded(grading),
          null,
          null,
          null,
          List.of(),
          new DraftTerms(profile, null, null));
    }
  }

  record ReleaseForm(
      @NotBlank(message = "say why") @Size(max = 2000) String reason,
      @Nullable @Size(max = 2000) String gapReason,
      @Nullable TransferBasis transferBasis,
      @Nullable @Size(max = 1800) String transferWords) {

    Clearing clearing() {
      return new Clearing(gapReason, transferBasis, transferWords);
    }
  }

  record ReceiptForm(@Nullable @Size(max = 2000) String note) {}

  @GetMapping
  String list(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<IntelligencePackage> list =
        packages.page(id, country.isBlank() ? null : country, Math.max(1, page));
    model.addAttribute("packages", list.rows());
    model.addAttribute("country", country);
    model.addAttribute("paging", Paging.of(list, address(operation), Map.of("country", country)));
    model.addAttribute("mayDraft", access.holds(id, Area.PACKAGES, Right.WRITE));
    model.addAttribute("agencies", agencies.all());
    model.addAttribute("profiles", RecipientProfile.shipped());
    return "dispatch/packages";
  }

  @PostMapping
  String draft(
      @PathVariable UUID operation,
      @Valid DraftForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.made(
        checked,
        flash,
        address(operation),
        "Draft made. It is read by the lead only until somebody releases it.",
        () ->
            address(operation)
                + "/"
                + packages.draft(new OperationId(operation), form.order()).id());
  }

  @GetMapping("/{id}")
  String one(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "1") int told,
      Model model) {
    OperationId place = new OperationId(operation);
    PackageId packageId = new PackageId(id);
    Page<PackageSubject> subjects = packages.subjects(place, packageId, Math.max(1, page));
    model.addAttribute("one", packages.get(place, packageId));
    model.addAttribute("subjects", subjects.rows());
    model.addAttribute("paging", Paging.of(subjects, address(operation) + "/" + id, Map.of()));
    Page<Outcomes.Reported> reported = outcomes.page(place, packageId, Math.max(1, told));
    model.addAttribute("reported", reported.rows());
    model.addAttribute(
        "toldOf",
        new Paging(
            reported.number(), reported.total(), address(operation) + "/" + id, Map.of(), "told"));
    model.addAttribute("outcomes", Outcome.values());
    model.addAttribute("bases", TransferBasis.stated());
    model.addAttribute("asks", access.holds(place, Area.PACKAGES, Right.WRITE));
    model.addAttribute("coordinates", access.holds(place, Area.PACKAGES, Right.RELEASE));
    model.addAttribute(
        "request",
        approvals.latest(place, ActKind.PACKAGE_RELEASE, packageId.toString()).orElse(null));
    model.addAttribute("receives", access.holds(place, Area.PACKAGES, Right.RECEIVE));
    return "dispatch/package";
  }

  /** The API's copy by way of a page, which asks first why where nothing was said. */
  @NeedToKnow(value = Area.PACKAGES, consults = true)
  @GetMapping("/{id}/copy")
  String copy(@PathVariable UUID operation, @PathVariable UUID id) {
    return "forward:/api" + address(operation) + "/" + id + "/copy";
  }

  @NeedToKnow(value = Area.PACKAGES, consults = true)
  @GetMapping("/{id}/subjects/{subject}")
  String records(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @PathVariable UUID subject,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "1") int told,
      Model model) {
    OperationId place = new OperationId(operation);
    PackageId packageId = new PackageId(id);
    Page<PackageRecord> records = packages.records(place, packageId, subject, Math.max(1, page));
    model.addAttribute("one", packages.get(place, packageId));
    model.addAttribute("records", records.rows());
    model.addAttribute(
        "paging",
        Paging.of(records, address(operation) + "/" + id + "/subjects/" + subject, Map.of()));
    return "dispatch/records";
  }

  @NeedToKnow(value = Area.PACKAGES, right = Right.RELEASE)
  @PostMapping("/{id}/release")
  String release(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid ReleaseForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + id,
        "Asked for. Nothing goes out before another coordinator has approved it.",
        () ->
            packages.askRelease(
                new OperationId(operation), new PackageId(id), form.reason(), form.clearing()));
  }

  @NeedToKnow(value = Area.PACKAGES, right = Right.RECALL)
  @PostMapping("/{id}/recall")
  String recall(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + id,
        "Called back. It stays readable, marked as recalled.",
        () -> packages.recall(new OperationId(operation), new PackageId(id), form.reason()));
  }

  @NeedToKnow(value = Area.PACKAGES, right = Right.RECEIVE)
  @PostMapping("/{id}/receipt")
  String receive(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid ReceiptForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + id,
        "Receipt noted; the sender sees it.",
        () -> packages.receive(new OperationId(operation), new PackageId(id), form.note()));
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/packages";
  }
}
