package dev.cordon.figures.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.figures.FigureBook;
import dev.cordon.figures.FigureRecord;
import dev.cordon.figures.Publication;
import dev.cordon.figures.Publications;
import dev.cordon.figures.PublishedFigures;
import dev.cordon.figures.RecordList;
import dev.cordon.figures.Slice;
import dev.cordon.web.Answer;
import dev.cordon.web.Attachment;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All figures, and one figure with its definition and the records behind it. */
@NeedToKnow(Area.FIGURES)
@Controller
@RequestMapping("/operations/{operation}/figures")
class FigurePage {

  /** How long a page waits for a count that just began. */
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final FigureBook book;
  private final Publications publications;
  private final PublishedFigures published;
  private final Access access;

  FigurePage(
      FigureBook book, Publications publications, PublishedFigures published, Access access) {
    this.book = book;
    this.publications = publications;
    this.published = published;
    this.access = access;
  }

  @GetMapping
  String list(
      @PathVariable UUID operation,
      Asked asked,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<Publication> list = publications.all(id, Math.max(1, page));
    model.addAttribute("figures", book.at(id, moment(id, asked)));
    model.addAttribute("faults", book.faults(id));
    model.addAttribute("asked", asked);
    model.addAttribute("marks", book.marks(id));
    model.addAttribute("publications", list.rows());
    model.addAttribute("paging", Paging.of(list, address(operation), asked.query()));
    model.addAttribute("composes", access.holds(id, Area.OWN_FIGURES, Right.READ));
    model.addAttribute("publishes", access.holds(id, Area.FIGURES, Right.PUBLISH));
    return "figures/figures";
  }

  /** Says that the first count is under way, and looks again until it has ended. */
  @GetMapping("/counting")
  String counting(@PathVariable UUID operation, HttpServletResponse response) {
    OperationId id = new OperationId(operation);
    if (book.isCounted(id)) {
      return "redirect:/operations/" + operation;
    }
    response.setHeader("Refresh", "5");
    return "figures/counting";
  }

  @GetMapping("/{name}")
  String one(
      @PathVariable UUID operation,
      @PathVariable String name,
      Asked asked,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    RecordList list =
        book.records(id, name, moment(id, asked), asked.filter(), slice(after, before, page));
    model.addAttribute("recordList", list);
    model.addAttribute("figure", list.figure());
    model.addAttribute("records", list.rows());
    model.addAttribute("hidden", list.rows().stream().filter(FigurePage::isHidden).count());
    model.addAttribute("asked", asked);
    model.addAttribute("sorts", book.sorts(id, name));
    model.addAttribute(
        "paging",
        new Paging(
            Math.max(1, page), list.total(), address(operation) + "/" + name, asked.query()));
    return "figures/figure";
  }

  private Instant moment(OperationId operation, Asked asked) {
    Instant moment = asked.moment();
    return moment == null ? book.latest(operation, PATIENCE) : moment;
  }

  private static Slice slice(String after, String before, int page) {
    if (!before.isBlank()) {
      return Slice.before(before);
    }
    return after.isBlank() ? Slice.page(page) : Slice.after(after);
  }

  private static boolean isHidden(FigureRecord row) {
    return row.label() == null;
  }

  @NeedToKnow(value = Area.FIGURES, right = Right.PUBLISH)
  @PostMapping("/publications")
  String publish(
      @PathVariable UUID operation,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Published and frozen, with an entry in the ledger.",
        () -> publications.publish(new OperationId(operation), form.reason()));
  }

  /** The frozen figures, byte for byte. */
  @GetMapping("/publications/{publication}/content")
  ResponseEntity<byte[]> content(@PathVariable UUID operation, @PathVariable UUID publication) {
    return Attachment.json(
        "figures-" + publication + ".json",
        published
            .content(new OperationId(operation), publication)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** What proves offline that these figures were published, and when. */
  @GetMapping("/publications/{publication}/receipt")
  ResponseEntity<byte[]> receipt(@PathVariable UUID operation, @PathVariable UUID publication) {
    return Attachment.json(
        "figures-receipt-" + publication + ".json",
        published.receipt(new OperationId(operation), publication).toBytes());
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/figures";
  }
}
