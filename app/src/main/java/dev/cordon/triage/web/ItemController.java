package dev.cordon.triage.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.triage.ExhibitProgress;
import dev.cordon.triage.ExhibitTriage;
import dev.cordon.triage.ItemFile;
import dev.cordon.triage.Items;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far an exhibit is, and one item. */
@NeedToKnow(Area.TRIAGE)
@RestController
@RequestMapping("/api/operations/{operation}")
class ItemController {

  private final ExhibitTriage exhibits;
  private final Items items;

  ItemController(ExhibitTriage exhibits, Items items) {
    this.exhibits = exhibits;
    this.items = items;
  }

  @GetMapping("/exhibits/{exhibit}/triage/progress")
  ExhibitProgress progress(@PathVariable UUID operation, @PathVariable UUID exhibit) {
    return exhibits.of(new OperationId(operation), exhibit);
  }

  @GetMapping("/triage/{item}")
  ItemFile item(@PathVariable UUID operation, @PathVariable UUID item) {
    return items.get(new OperationId(operation), item);
  }
}
