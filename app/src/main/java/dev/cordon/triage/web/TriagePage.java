package dev.cordon.triage.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.triage.Assessment;
import dev.cordon.triage.HashLists;
import dev.cordon.triage.QueuePlace;
import dev.cordon.triage.ReviewItem;
import dev.cordon.triage.ReviewQueue;
import dev.cordon.triage.Scheme;
import dev.cordon.web.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** The victim-identification queue: digests and reasons, never a picture. */
@NeedToKnow(Area.TRIAGE)
@Controller
@RequestMapping("/operations/{operation}/triage")
class TriagePage {

  private final ReviewQueue queue;
  private final HashLists lists;
  private final Access access;

  TriagePage(ReviewQueue queue, HashLists lists, Access access) {
    this.queue = queue;
    this.lists = lists;
    this.access = access;
  }

  record AssessmentForm(
      @NotNull(message = "choose what it was found to be") Assessment as,
      @NotBlank(message = "name the national scheme") @Size(min = 2, max = 100) String scheme,
      @Nullable @Size(max = 60) String category,
      @NotBlank(message = "say on what grounds") @Size(max = 2000) String grounds) {}

  @GetMapping
  String queue(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(required = false) @Nullable String behind,
      Model model) {
    OperationId id = new OperationId(operation);
    int number = Math.max(1, page);
    Page<ReviewItem> list =
        behind == null ? queue.page(id, number) : queue.behind(id, QueuePlace.of(behind), number);
    model.addAttribute("items", list.rows());
    model.addAttribute("rules", queue.rules());
    model.addAttribute("lists", lists.all(id));
    model.addAttribute("assessments", Assessment.values());
    model.addAttribute("assesses", access.holds(id, Area.ASSESSMENTS, Right.WRITE));
    boolean isLast = list.rows().size() < Page.SIZE;
    model.addAttribute("behind", isLast ? null : list.rows().getLast().place().toString());
    model.addAttribute("number", number);
    model.addAttribute("waiting", list.total());
    return "triage/queue";
  }

  @NeedToKnow(Area.ASSESSMENTS)
  @PostMapping("/{item}/assessment")
  String assess(
      @PathVariable UUID operation,
      @PathVariable UUID item,
      @Valid AssessmentForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + item,
        "Your assessment stands; the item left your agency's queue. It can be withdrawn.",
        () ->
            queue.assess(
                new OperationId(operation),
                item,
                form.as(),
                new Scheme(form.scheme(), form.category()),
                form.grounds()));
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/triage";
  }
}
