package dev.cordon.resolution.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.resolution.GivenJudgement;
import dev.cordon.resolution.JudgedPair.Verdict;
import dev.cordon.resolution.LinkReviews;
import dev.cordon.resolution.ReviewItem;
import dev.cordon.resolution.SideBySide;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

/**
 * The links that wait for a person's word: the queue, two accounts side by side, the judgements.
 */
@NeedToKnow(Area.PROPOSALS)
@Controller
@RequestMapping("/operations/{operation}/links")
class LinkPage {

  private final LinkReviews reviews;
  private final Access access;

  LinkPage(LinkReviews reviews, Access access) {
    this.reviews = reviews;
    this.access = access;
  }

  record JudgementForm(
      @NotNull(message = "choose one") Verdict verdict,
      @NotBlank(message = "choose one") @Size(max = 200) String ground,
      @Nullable @Size(max = 1800) String note) {

    String reason() {
      return note == null || note.isBlank() ? ground : ground + ": " + note.strip();
    }
  }

  record AcceptanceForm(
      @Nullable List<Integer> places,
      @NotBlank(message = "say why") @Size(max = 2000) String reason) {}

  record ReasonForm(@NotBlank(message = "say why") @Size(max = 2000) String reason) {}

  @GetMapping
  String queue(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    OperationId in = new OperationId(operation);
    Page<ReviewItem> items = reviews.page(in, Math.max(1, page));
    model.addAttribute("items", items.rows());
    model.addAttribute("paging", Paging.of(items, address(operation), Map.of()));
    model.addAttribute("decides", decides(in));
    model.addAttribute("reads", access.holds(in, Area.SUBJECTS, Right.READ));
    return "resolution/links";
  }

  @NeedToKnow(value = Area.PROPOSALS, consults = true)
  @GetMapping("/{place}")
  String one(@PathVariable UUID operation, @PathVariable int place, Model model) {
    OperationId in = new OperationId(operation);
    SideBySide link = reviews.open(in, place);
    model.addAttribute("item", link.item());
    model.addAttribute("sides", List.of(link.a(), link.b()));
    model.addAttribute("first", link.a());
    model.addAttribute("second", link.b());
    model.addAttribute("action", address(operation) + "/" + place + "/judgement");
    model.addAttribute("decides", decides(in));
    return "resolution/link";
  }

  @NeedToKnow(Area.SUBJECTS)
  @PostMapping("/{place}/judgement")
  String judge(
      @PathVariable UUID operation,
      @PathVariable int place,
      @Valid JudgementForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    OperationId in = new OperationId(operation);
    String back =
        Answer.after(
            checked,
            flash,
            address(operation) + "/" + place,
            "Judged under your name; the next link is below.",
            () -> {
              ReviewItem item = reviews.open(in, place).item();
              reviews.judge(in, item.a(), item.b(), form.verdict(), form.ground(), form.reason());
            });
    if (flash.getFlashAttributes().containsKey("problem")) {
      return back;
    }
    return reviews.next(in).isPresent()
        ? "redirect:" + address(operation) + "/" + reviews.next(in).getAsInt()
        : "redirect:" + address(operation);
  }

  @NeedToKnow(Area.SUBJECTS)
  @PostMapping("/acceptance")
  String accept(
      @PathVariable UUID operation,
      @Valid AcceptanceForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    List<Integer> places = form.places() == null ? List.of() : form.places();
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Accepted: each is a judgement of its own under your name.",
        () -> reviews.accept(new OperationId(operation), places, form.reason()));
  }

  @NeedToKnow(Area.SUBJECTS)
  @GetMapping("/judgements")
  String judgements(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "1") int disagreements,
      Model model) {
    OperationId in = new OperationId(operation);
    Page<GivenJudgement> standing = reviews.standing(in, Math.max(1, page));
    var differing = reviews.disagreements(in, Math.max(1, disagreements));
    String here = address(operation) + "/judgements";
    model.addAttribute("standing", standing.rows());
    model.addAttribute("paging", Paging.of(standing, here, Map.of()));
    model.addAttribute("agreement", reviews.agreement(in));
    model.addAttribute("disagreements", differing.rows());
    model.addAttribute(
        "disagreementPaging",
        new Paging(differing.number(), differing.total(), here, Map.of(), "disagreements"));
    model.addAttribute("decides", decides(in));
    return "resolution/judgements";
  }

  @NeedToKnow(Area.SUBJECTS)
  @PostMapping("/judgements/{id}/withdrawal")
  String takeBack(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid ReasonForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/judgements",
        "Taken back; what stood before it stands again, from the next run on.",
        () -> reviews.takeBack(new OperationId(operation), id, form.reason()));
  }

  @NeedToKnow(value = Area.SUBJECTS, right = Right.WRITE, consults = true)
  @GetMapping("/second")
  String second(@PathVariable UUID operation, Model model) {
    OperationId in = new OperationId(operation);
    reviews
        .secondLook(in)
        .ifPresent(look -> {
          model.addAttribute("sides", List.of(look.a(), look.b()));
          model.addAttribute("first", look.a());
          model.addAttribute("second", look.b());
          model.addAttribute(
              "action", address(operation) + "/second/" + look.judgement() + "/judgement");
          model.addAttribute("decides", true);
        });
    return "resolution/link";
  }

  @NeedToKnow(Area.SUBJECTS)
  @PostMapping("/second/{id}/judgement")
  String judgeAgain(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid JudgementForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/second",
        "Your word stands beside the first.",
        () -> reviews.judgeAgain(new OperationId(operation), id, form.verdict(), form.reason()));
  }

  private boolean decides(OperationId operation) {
    return access.holds(operation, Area.SUBJECTS, Right.WRITE);
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/links";
  }
}
