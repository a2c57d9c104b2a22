package dev.cordon.intake.web;

import dev.cordon.Page;
import dev.cordon.SafeCsv;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.intake.FoundRow;
import dev.cordon.intake.RowFilter;
import dev.cordon.intake.RowLists;
import dev.cordon.intake.RowRecord.State;
import dev.cordon.intake.Source;
import dev.cordon.intake.SourceCounts;
import dev.cordon.intake.Sources;
import dev.cordon.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rows of a source by what became of them; those in quarantine can be taken out as CSV. */
@NeedToKnow(Area.SOURCES)
@Controller
@RequestMapping("/operations/{operation}/sources/{source}")
class RowListPage {

  private static final List<String> COLUMNS =
      List.of(
          "handling_code",
          "source",
          "sha256",
          "table",
          "row",
          "byte_offset",
          "line",
          "length",
          "reason");

  private final RowLists lists;
  private final Sources sources;
  private final Operations operations;

  RowListPage(RowLists lists, Sources sources, Operations operations) {
    this.lists = lists;
    this.sources = sources;
    this.operations = operations;
  }

  @GetMapping("/list")
  String rows(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @RequestParam(name = "of", defaultValue = "quarantine") String list,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "") String table,
      @RequestParam(defaultValue = "") String reason,
      Model model) {
    OperationId id = new OperationId(operation);
    Source one = sources.get(id, source);
    State state = state(list);
    String asked = reason.equals(SourceCounts.OTHER_REASONS) ? "" : reason;
    RowFilter filter = new RowFilter(state, table, asked);
    Page<FoundRow> found = lists.page(id, source, filter, Math.max(1, page));
    List<SourceCounts.Reason> reasons = sources.counts(id, source).reasons();
    model.addAttribute("one", one);
    model.addAttribute("list", list);
    model.addAttribute("filter", filter);
    model.addAttribute(
        "rows", state == State.QUARANTINED ? lists.masked(id, source, found.rows()) : found.rows());
    model.addAttribute("reasons", state == State.QUARANTINED ? reasons : List.of());
    model.addAttribute("tables", tables(reasons));
    model.addAttribute(
        "paging",
        Paging.of(
            found,
            "/operations/" + operation + "/sources/" + source + "/list",
            Map.of("of", list, "table", table, "reason", asked)));
    return "intake/quarantine";
  }

  @PostMapping("/quarantine/extract")
  void extract(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response)
      throws IOException {
    OperationId id = new OperationId(operation);
    Source one = sources.get(id, source);
    String code = operations.get(id).handlingCode().name();
    PrintWriter[] writer = new PrintWriter[1];
    SafeCsv[] csv = new SafeCsv[1];
    lists.extract(
        id,
        source,
        reason,
        () -> {
          response.setContentType("text/csv; charset=UTF-8");
          response.setHeader(
              "Content-Disposition",
              "attachment; filename=\"quarantine-" + code + "-" + source + ".csv\"");
          writer[0] = response.getWriter();
          csv[0] = new SafeCsv(writer[0]);
          csv[0].line(COLUMNS);
        },
        row ->
            csv[0].line(
                Arrays.asList(
                    code,
                    one.name(),
                    one.sha256(),
                    row.table(),
                    row.row(),
                    row.byteOffset(),
                    row.line(),
                    row.length(),
                    row.reason())));
    writer[0].flush();
  }

  private static @org.jspecify.annotations.Nullable State state(String list) {
    return switch (list.toLowerCase(Locale.ROOT)) {
      case "in" -> null;
      case "stored" -> State.STORED;
      case "quarantine" -> State.QUARANTINED;
      case "duplicates" -> State.DUPLICATE;
      default -> throw new NoSuchElementException(list);
    };
  }

  private static Set<String> tables(List<SourceCounts.Reason> reasons) {
    Set<String> tables = new LinkedHashSet<>();
    reasons.forEach(one -> tables.add(one.table()));
    return tables;
  }
}
