package dev.cordon.action.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.ActionDays;
import dev.cordon.action.day.DayBoard;
import dev.cordon.action.day.DayBoardStream;
import dev.cordon.action.day.DayBoards;
import dev.cordon.action.day.DayOrder;
import dev.cordon.action.day.DayOrders;
import dev.cordon.action.day.DayReports;
import dev.cordon.action.day.Embargoes;
import dev.cordon.action.day.FieldDevices;
import dev.cordon.action.day.NewOrder;
import dev.cordon.action.day.ReportBatch;
import dev.cordon.action.day.SiteRecord;
import dev.cordon.action.day.TakenReport;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The day: orders, reports from devices in the field, the board live and as it was. */
@NeedToKnow(Area.ACTION)
@RestController
@RequestMapping("/api/operations/{operation}")
class DayController {

  private final DayReports reports;
  private final FieldDevices devices;
  private final DayOrders orders;
  private final DayBoards boards;
  private final DayBoardStream stream;
  private final Embargoes embargoes;
  private final ActionDays days;

  DayController(
      DayReports reports,
      FieldDevices devices,
      DayOrders orders,
      DayBoards boards,
      DayBoardStream stream,
      Embargoes embargoes,
      ActionDays days) {
    this.reports = reports;
    this.devices = devices;
    this.orders = orders;
    this.boards = boards;
    this.stream = stream;
    this.embargoes = embargoes;
    this.days = days;
  }

  record NewDevice(@NotBlank @Size(max = 100) String name) {}

  record Registered(UUID id) {}

  record Given(long sequence) {}

  /** What a device may hold, and the server's clock to compare its own with. */
  record FieldSites(Instant now, List<FieldDevices.FieldSite> sites) {}

  record Shown(DayBoard board, Map<String, String> definitions) {}

  /** Takes reports; says of each what became of it. */
  @NeedToKnow(value = Area.ACTION, right = Right.REPORT)
  @PostMapping("/day-reports")
  List<TakenReport> take(@PathVariable UUID operation, @RequestBody ReportBatch batch) {
    return reports.take(new OperationId(operation), batch);
  }

  /** The reports of a site in one sequence, those corrected too. */
  @GetMapping("/sites/{site}/reports")
  SiteRecord sequence(@PathVariable UUID operation, @PathVariable UUID site) {
    return reports.sequence(new OperationId(operation), site);
  }

  @NeedToKnow(value = Area.ACTION, right = Right.REPORT)
  @GetMapping("/field/sites")
  FieldSites sites(@PathVariable UUID operation) {
    return new FieldSites(Instant.now(), devices.sites(new OperationId(operation)));
  }

  @NeedToKnow(value = Area.ACTION, right = Right.REPORT)
  @PostMapping("/field/devices")
  @ResponseStatus(HttpStatus.CREATED)
  Registered register(@PathVariable UUID operation, @RequestBody @Valid NewDevice device) {
    return new Registered(devices.register(new OperationId(operation), device.name()));
  }

  /** Lets a device send no more; what it still sends is kept aside. */
  @PostMapping("/field/devices/{device}/end")
  void end(
      @PathVariable UUID operation, @PathVariable UUID device, @RequestBody @Valid Reason reason) {
    devices.end(new OperationId(operation), device, reason.reason());
  }

  /** Gives an order; one that lets teams do more names the last order it had seen. */
  @PostMapping("/action-days/{day}/orders")
  @ResponseStatus(HttpStatus.CREATED)
  Given order(
      @PathVariable UUID operation, @PathVariable UUID day, @RequestBody @Valid NewOrder order) {
    return new Given(orders.give(new OperationId(operation), day, order));
  }

  @GetMapping("/action-days/{day}/orders")
  List<DayOrder> orders(@PathVariable UUID operation, @PathVariable UUID day) {
    Instant unused = embargoes.read(new OperationId(operation), day);
    return orders.all(new OperationId(operation), day);
  }

  @GetMapping(value = "/action-days/{day}/board", produces = MediaType.APPLICATION_JSON_VALUE)
  Shown board(@PathVariable UUID operation, @PathVariable UUID day) {
    Instant unused = embargoes.read(new OperationId(operation), day);
    OperationId id = new OperationId(operation);
    return new Shown(boards.now(id, day), DayBoard.definitions(days.get(id, day).limits()));
  }

  @GetMapping(value = "/action-days/{day}/board", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter changes(@PathVariable UUID operation, @PathVariable UUID day) {
    Instant unused = embargoes.read(new OperationId(operation), day);
    return stream.open(new OperationId(operation), day);
  }

  /** The board as it was: as things happened, or as they were known. */
  @GetMapping("/action-days/{day}/replay")
  DayBoard replay(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @RequestParam Instant at,
      @RequestParam(defaultValue = "false") boolean known) {
    return boards.at(
        new OperationId(operation),
        day,
        at,
        known ? DayBoards.Replay.KNOWN : DayBoards.Replay.HAPPENED);
  }
}
