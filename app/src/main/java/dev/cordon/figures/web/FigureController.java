package dev.cordon.figures.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.figures.Figure;
import dev.cordon.figures.FigureBook;
import dev.cordon.figures.FigureRecord;
import dev.cordon.figures.Figures;
import dev.cordon.figures.Publication;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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

  FigureController(FigureBook figures) {
    this.figures = figures;
  }

  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  @GetMapping
  Figures all(@PathVariable UUID operation) {
    return figures.now(new OperationId(operation));
  }

  @GetMapping("/{name}")
  Figure one(@PathVariable UUID operation, @PathVariable String name) {
    return figures.now(new OperationId(operation), name);
  }

  @GetMapping("/{name}/records")
  Page<FigureRecord> records(
      @PathVariable UUID operation,
      @PathVariable String name,
      @RequestParam(required = false) @Nullable String country,
      @RequestParam(defaultValue = "1") int page) {
    return figures.records(new OperationId(operation), name, country, page);
  }

  @NeedToKnow(value = Area.FIGURES, right = Right.PUBLISH)
  @PostMapping("/publications")
  @ResponseStatus(HttpStatus.CREATED)
  Publication publish(@PathVariable UUID operation, @RequestBody @Valid Reason reason) {
    return figures.publish(new OperationId(operation), reason.reason());
  }

  @GetMapping("/publications")
  Page<Publication> publications(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page) {
    return figures.publications(new OperationId(operation), page);
  }
}
