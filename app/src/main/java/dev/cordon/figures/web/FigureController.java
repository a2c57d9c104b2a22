package dev.cordon.figures.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.figures.Definition;
import dev.cordon.figures.Definitions;
import dev.cordon.figures.Figure;
import dev.cordon.figures.FigureBook;
import dev.cordon.figures.FigureChanges;
import dev.cordon.figures.FigureDifference;
import dev.cordon.figures.FigureRecord;
import dev.cordon.figures.Figures;
import dev.cordon.figures.Publication;
import dev.cordon.figures.Publications;
import dev.cordon.figures.RecordList;
import dev.cordon.figures.Slice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The figures of an operation. */
@NeedToKnow(Area.FIGURES)
@RestController
@RequestMapping("/api/operations/{operation}/figures")
class FigureController {

  private final FigureBook figures;
  private final FigureChanges changes;
  private final Publications publications;
  private final Definitions definitions;

  FigureController(
      FigureBook figures,
      FigureChanges changes,
      Publications publications,
      Definitions definitions) {
    this.figures = figures;
    this.changes = changes;
    this.publications = publications;
    this.definitions = definitions;
  }

  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  @GetMapping
  Figures all(@PathVariable UUID operation, @RequestParam(required = false) @Nullable Instant at) {
    return figures.at(new OperationId(operation), at);
  }

  /** What the figures count, every version. */
  @GetMapping("/definitions")
  List<Definition> definitions(@PathVariable UUID operation) {
    return definitions.all();
  }

  /** Every figure at two moments. */
  @GetMapping("/differences")
  List<FigureDifference> differences(
      @PathVariable UUID operation,
      @RequestParam Instant first,
      @RequestParam(required = false) @Nullable Instant second) {
    return changes.between(new OperationId(operation), first, second);
  }

  @GetMapping("/{name}")
  Figure one(
      @PathVariable UUID operation,
      @PathVariable String name,
      @RequestParam(required = false) @Nullable Instant at,
      Asked asked) {
    return figures.at(new OperationId(operation), name, at, asked.filter());
  }

  @GetMapping("/{name}/records")
  Page<FigureRecord> records(
      @PathVariable UUID operation,
      @PathVariable String name,
      Asked asked,
      @RequestParam(defaultValue = "1") int page) {
    RecordList list =
        figures.records(
            new OperationId(operation), name, asked.moment(), asked.filter(), Slice.page(page));
    return new Page<>(list.rows(), page, list.total());
  }

  @NeedToKnow(value = Area.FIGURES, right = Right.PUBLISH)
  @PostMapping("/publications")
  @ResponseStatus(HttpStatus.CREATED)
  Publication publish(@PathVariable UUID operation, @RequestBody @Valid Reason reason) {
    return publications.publish(new OperationId(operation), reason.reason());
  }

  @GetMapping("/publications")
  Page<Publication> publications(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page) {
    return publications.all(new OperationId(operation), page);
  }
}
