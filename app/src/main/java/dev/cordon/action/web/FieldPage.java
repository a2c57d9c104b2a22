package dev.cordon.action.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.day.Asides;
import dev.cordon.action.day.FieldDevices;
import dev.cordon.action.day.ReportKind;
import dev.cordon.action.day.Resource;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
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

/**
 * The page an officer reports from, phone-wide and without a network; the devices it runs on; what
 * was kept aside. The page as delivered says nothing of the operation, so that a browser may keep
 * it.
 */
@NeedToKnow(Area.ACTION)
@Controller
@RequestMapping("/operations/{operation}")
class FieldPage {

  /** In the order in which they usually happen. */
  private static final List<ReportKind> OFFERED =
      List.of(
          ReportKind.ENTRY,
          ReportKind.PREMISES_SAFE,
          ReportKind.SEARCH_RUNNING,
          ReportKind.PERSON_MET,
          ReportKind.ARREST,
          ReportKind.INTERVIEW,
          ReportKind.ITEM_SEIZED,
          ReportKind.RESOURCE_ASKED,
          ReportKind.RESOURCE_THERE,
          ReportKind.ALL_WELL,
          ReportKind.SEARCH_ENDED,
          ReportKind.NOBODY_THERE,
          ReportKind.WRONG_PLACE);

  private final FieldDevices devices;
  private final Asides asides;

  FieldPage(FieldDevices devices, Asides asides) {
    this.devices = devices;
    this.asides = asides;
  }

  record TakeForm(
      @NotNull(message = "choose the site") UUID site,
      @NotBlank(message = "say why") @Size(max = 2000) String reason) {}

  @NeedToKnow(value = Area.ACTION, right = Right.REPORT)
  @GetMapping("/field/")
  String field(@PathVariable UUID operation, Model model) {
    model.addAttribute("api", "/api/operations/" + operation);
    model.addAttribute("kinds", OFFERED);
    model.addAttribute("resources", List.of(Resource.values()));
    return "action/field";
  }

  /** The worker that opens the page without a network; its address bounds what it may answer. */
  @NeedToKnow(value = Area.ACTION, right = Right.REPORT)
  @GetMapping("/field/worker.js")
  ResponseEntity<ClassPathResource> worker(@PathVariable UUID operation) {
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("text/javascript"))
        .cacheControl(CacheControl.noCache())
        .body(new ClassPathResource("action/field-worker.js"));
  }

  @GetMapping("/field-devices")
  String devices(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    Page<FieldDevices.Device> list = devices.page(new OperationId(operation), Math.max(1, page));
    model.addAttribute("devices", list.rows());
    model.addAttribute("paging", Paging.of(list, base(operation) + "/field-devices", Map.of()));
    return "action/devices";
  }

  @PostMapping("/field-devices/{device}/end")
  String end(
      @PathVariable UUID operation,
      @PathVariable UUID device,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        base(operation) + "/field-devices",
        "Ended. What it still sends is kept aside.",
        () -> devices.end(new OperationId(operation), device, form.reason()));
  }

  @NeedToKnow(Area.ACTION_PLANS)
  @GetMapping("/reports-aside")
  String aside(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    Page<Asides.Aside> list = asides.page(new OperationId(operation), Math.max(1, page));
    model.addAttribute("asides", list.rows());
    model.addAttribute("sites", devicesSites(operation));
    model.addAttribute("paging", Paging.of(list, base(operation) + "/reports-aside", Map.of()));
    return "action/asides";
  }

  private List<FieldDevices.FieldSite> devicesSites(UUID operation) {
    try {
      return devices.sites(new OperationId(operation));
    } catch (dev.cordon.access.NotPermittedException readsOnly) {
      return List.of();
    }
  }

  @NeedToKnow(Area.ACTION_PLANS)
  @PostMapping("/reports-aside/{aside}/taken")
  String take(
      @PathVariable UUID operation,
      @PathVariable UUID aside,
      @Valid TakeForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        base(operation) + "/reports-aside",
        "Taken. It stands in the sequence of its site.",
        () -> asides.take(new OperationId(operation), aside, form.site(), form.reason()));
  }

  @NeedToKnow(Area.ACTION_PLANS)
  @PostMapping("/reports-aside/{aside}/left")
  String leave(
      @PathVariable UUID operation,
      @PathVariable UUID aside,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        base(operation) + "/reports-aside",
        "Left where it is; it stays on record.",
        () -> asides.leave(new OperationId(operation), aside, form.reason()));
  }

  private static String base(UUID operation) {
    return "/operations/" + operation;
  }
}
