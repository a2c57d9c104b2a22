package dev.cordon.ledger.web;

import dev.cordon.access.ForEveryMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.ledger.LedgerReadings;
import dev.cordon.web.Paging;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The state of the ledger, and the operation's entries the reader may see. */
@ForEveryMember("own entries; those of others for who answers for them or watches")
@Controller
class LedgerPage {

  private final LedgerReadings readings;
  private final Operations operations;

  LedgerPage(LedgerReadings readings, Operations operations) {
    this.readings = readings;
    this.operations = operations;
  }

  @GetMapping("/operations/{operation}/ledger")
  String ledger(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    OperationId id = operations.get(new OperationId(operation)).id();
    int number = Math.max(1, page);
    model.addAttribute("state", readings.state());
    model.addAttribute("entries", readings.entries(id, number - 1));
    model.addAttribute(
        "paging",
        new Paging(number, readings.count(id), "/operations/" + operation + "/ledger", Map.of()));
    return "ledger/ledger";
  }
}
