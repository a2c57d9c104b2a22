package dev.cordon.ledger.web;

import dev.cordon.access.ForEveryMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.LedgerReadings;
import dev.cordon.ledger.LedgerState;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger. */
@ForEveryMember("own entries; those of others for who answers for them or watches")
@RestController
@RequestMapping("/api")
@Tag(name = "Ledger")
class LedgerController {

  private final LedgerReadings readings;
  private final Operations operations;

  LedgerController(LedgerReadings readings, Operations operations) {
    this.readings = readings;
    this.operations = operations;
  }

  record StateView(
      long waiting, @Nullable Long size, @Nullable String root, @Nullable Instant at, String key) {

    static StateView of(LedgerState state) {
      return new StateView(
          state.waiting(),
          state.checkpoint().map(LedgerState.SignedCheckpoint::size).orElse(null),
          state.checkpoint().map(LedgerState.SignedCheckpoint::root).orElse(null),
          state.checkpoint().map(LedgerState.SignedCheckpoint::at).orElse(null),
          state.key());
    }
  }

  record EntryView(
      UUID id,
      @Nullable Long place,
      Instant at,
      Act act,
      String what,
      String member,
      @Nullable String reason,
      int records) {}

  record EntriesView(long count, int page, List<EntryView> entries) {}

  /** How far the ledger is. */
  @GetMapping("/ledger")
  StateView state() {
    return StateView.of(readings.state());
  }

  /** The operation's entries, newest first. */
  @GetMapping("/operations/{operation}/ledger")
  EntriesView entries(@PathVariable UUID operation, @RequestParam(defaultValue = "0") int page) {
    OperationId id = operations.get(new OperationId(operation)).id();
    List<EntryView> entries =
        readings.entries(id, page).stream()
            .map(entry ->
                new EntryView(
                    entry.id().value(),
                    entry.place().orElse(null),
                    entry.at(),
                    entry.act(),
                    entry.what(),
                    entry.member(),
                    entry.reason().orElse(null),
                    entry.recordCount()))
            .toList();
    return new EntriesView(readings.count(id), page, entries);
  }
}
