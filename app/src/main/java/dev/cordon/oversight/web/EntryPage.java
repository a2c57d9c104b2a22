package dev.cordon.oversight.web;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.SafeCsv;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.Operation;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.ledger.Act;
import dev.cordon.oversight.Entries;
import dev.cordon.oversight.EntryFilter;
import dev.cordon.oversight.WatchedEntry;
import dev.cordon.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger searched: entries, one entry with its proof, who read what, an extract. */
@NeedToKnow(Area.OVERSIGHT)
@Controller
@RequestMapping("/operations/{operation}/oversight")
class EntryPage {

  private static final int LONGEST_REASON = 1500;

  private final Entries entries;
  private final Operations operations;

  EntryPage(Entries entries, Operations operations) {
    this.entries = entries;
    this.operations = operations;
  }

  @GetMapping("/entries")
  String list(
      @PathVariable UUID operation,
      @ModelAttribute("filter") FilterForm form,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<WatchedEntry> list = entries.page(id, form.filter(), page);
    choices(id, model);
    model.addAttribute("entries", list.rows());
    model.addAttribute("paging", Paging.of(list, address(operation) + "/entries", form.address()));
    return "oversight/entries";
  }

  @GetMapping("/entries/{id}")
  String one(@PathVariable UUID operation, @PathVariable UUID id, Model model) {
    model.addAttribute("one", entries.one(new OperationId(operation), id));
    return "oversight/entry";
  }

  @GetMapping("/reading")
  String reading(
      @PathVariable UUID operation,
      @ModelAttribute("asked") FilterForm asked,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    FilterForm form = asked.recent(LocalDate.now(ZoneOffset.UTC));
    Page<Entries.Reading> list = entries.readings(id, form.filter(), page);
    choices(id, model);
    model.addAttribute("filter", form);
    model.addAttribute("readings", list.rows());
    model.addAttribute("paging", Paging.of(list, address(operation) + "/reading", form.address()));
    return "oversight/reading";
  }

  @PostMapping("/entries/extract")
  void extract(
      @PathVariable UUID operation,
      @ModelAttribute("filter") FilterForm form,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response)
      throws IOException {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new RefusedException(
          "Nothing was taken out. Say in 1 to 1,500 characters what the extract is for.");
    }
    Operation of = operations.get(new OperationId(operation));
    EntryFilter filter = form.filter();
    String code = of.handlingCode().name();
    response.setContentType("text/csv; charset=UTF-8");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"entries-" + code + "-" + of.id() + ".csv\"");
    PrintWriter writer = response.getWriter();
    SafeCsv csv = new SafeCsv(writer);
    boolean[] begun = {false};
    entries.extract(
        of.id(),
        filter,
        reason,
        entry -> {
          if (!begun[0]) {
            begun[0] = true;
            csv.line(COLUMNS);
          }
          csv.line(cells(code, entry));
        });
    if (!begun[0]) {
      csv.line(COLUMNS);
    }
    writer.flush();
  }

  private static final List<String> COLUMNS =
      List.of(
          "handling_code",
          "entry",
          "place",
          "at_utc",
          "act",
          "what",
          "member_id",
          "member",
          "agency",
          "recipient",
          "reason",
          "records");

  private static List<Object> cells(String code, WatchedEntry entry) {
    return Arrays.asList(
        code,
        entry.id(),
        entry.place(),
        entry.at(),
        entry.act(),
        entry.what(),
        entry.memberId(),
        entry.member(),
        entry.agency(),
        entry.recipient(),
        entry.reason(),
        entry.records());
  }

  private void choices(OperationId operation, Model model) {
    model.addAttribute("choices", entries.choices(operation));
    model.addAttribute("acts", Act.values());
    model.addAttribute("base", address(operation.value()));
    model.addAttribute("empty", Map.of());
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/oversight";
  }
}
