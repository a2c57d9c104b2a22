package dev.cordon.figures.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.figures.PressTable;
import dev.cordon.figures.PressTables;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tables for the press. */
@NeedToKnow(Area.FIGURES)
@RestController
@RequestMapping("/api/operations/{operation}/figures/press")
class PressController {

  private final PressTables tables;

  PressController(PressTables tables) {
    this.tables = tables;
  }

  @GetMapping
  Page<PressTable> all(@PathVariable UUID operation, @RequestParam(defaultValue = "1") int page) {
    return tables.page(new OperationId(operation), Math.max(1, page));
  }

  @GetMapping("/{table}")
  PressTable one(@PathVariable UUID operation, @PathVariable UUID table) {
    return tables.get(new OperationId(operation), table);
  }

  @NeedToKnow(value = Area.FIGURES, right = Right.PUBLISH)
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  PressTable publish(@PathVariable UUID operation, @RequestBody @Valid PressForm form) {
    return tables.publish(new OperationId(operation), form.order());
  }
}
