package dev.cordon.dispatch.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.dispatch.IntelligencePackages;
import dev.cordon.dispatch.PackageId;
import dev.cordon.dispatch.PackageReview;
import dev.cordon.dispatch.content.PackageContent.Change;
import dev.cordon.dispatch.content.PackageContent.Omission;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Drafts for all agencies, the list of what waits, and one draft before it goes. */
@NeedToKnow(value = Area.PACKAGES, right = Right.WRITE)
@Controller
@RequestMapping("/operations/{operation}/packages")
class ReviewPage {

  private static final int SHOWN = 10;

  private final PackageReview review;
  private final IntelligencePackages packages;

  ReviewPage(PackageReview review, IntelligencePackages packages) {
    this.review = review;
    this.packages = packages;
  }

  @GetMapping("/review")
  String list(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    Page<PackageReview.Row> drafts = review.drafts(new OperationId(operation), Math.max(1, page));
    model.addAttribute("drafts", drafts.rows());
    model.addAttribute("paging", Paging.of(drafts, address(operation) + "/review", Map.of()));
    return "dispatch/review";
  }

  @PostMapping("/review")
  String draftAll(
      @PathVariable UUID operation,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/review",
        "Drafts made. They are read by the lead only until somebody releases them.",
        () -> {
          PackageReview.Round round = review.draftAll(new OperationId(operation), form.reason());
          flash.addFlashAttribute("drafted", round.drafted());
          flash.addFlashAttribute("refusedCount", round.refused().size());
          flash.addFlashAttribute("refused", round.refused().stream().limit(SHOWN).toList());
        });
  }

  @NeedToKnow(value = Area.PACKAGES, consults = true)
  @GetMapping("/{id}/review")
  String one(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "1") int left,
      Model model) {
    OperationId place = new OperationId(operation);
    PackageId packageId = new PackageId(id);
    Page<Change> changes = review.changes(place, packageId, Math.max(1, page));
    Page<Omission> omissions = review.omissions(place, packageId, Math.max(1, left));
    String address = address(operation) + "/" + id + "/review";
    model.addAttribute("one", packages.get(place, packageId));
    model.addAttribute("findings", review.findings(place, packageId));
    model.addAttribute("changes", changes.rows());
    model.addAttribute("paging", Paging.of(changes, address, Map.of()));
    model.addAttribute("omissions", omissions.rows());
    model.addAttribute(
        "leftPaging", new Paging(omissions.number(), omissions.total(), address, Map.of(), "left"));
    return "dispatch/draft-review";
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/packages";
  }
}
