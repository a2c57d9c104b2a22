package dev.cordon.erasure.web;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.approval.Request;
import dev.cordon.erasure.Certificates;
import dev.cordon.erasure.ErasureOrder;
import dev.cordon.erasure.OrderId;
import dev.cordon.erasure.OrderKind;
import dev.cordon.erasure.Orders;
import dev.cordon.erasure.ScopeLine;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.HttpHeaders;
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

/** Orders to erase or restrict: what they concern, how far they are, and their certificates. */
@NeedToKnow(Area.DATA_PROTECTION)
@Controller
@RequestMapping("/operations/{operation}/erasure/orders")
class OrderPage {

  private final Orders orders;
  private final Certificates certificates;
  private final Access access;

  OrderPage(Orders orders, Certificates certificates, Access access) {
    this.orders = orders;
    this.certificates = certificates;
    this.access = access;
  }

  @GetMapping
  String list(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    Page<ErasureOrder> found = orders.page(new OperationId(operation), Math.max(1, page));
    model.addAttribute("orders", found.rows());
    model.addAttribute("paging", Paging.of(found, address(operation), Map.of()));
    model.addAttribute("enters", enters(operation));
    return "erasure/orders";
  }

  @NeedToKnow(value = Area.LEDGER, right = Right.ERASE)
  @PostMapping
  String enter(
      @PathVariable UUID operation,
      @Valid OrderForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    AtomicReference<String> next = new AtomicReference<>(address(operation));
    String answer =
        Answer.after(
            checked,
            flash,
            address(operation),
            "Entered. Nothing has happened yet: look at what it concerns, then ask for approval.",
            () ->
                next.set(
                    address(operation)
                        + "/"
                        + orders
                            .enter(
                                new OperationId(operation),
                                form.kind(),
                                form.ordered(),
                                form.chosen())
                            .id()));
    if (flash.getFlashAttributes().containsKey("problem")) {
      flash.addFlashAttribute("typed", form);
      return answer;
    }
    return "redirect:" + next.get();
  }

  @GetMapping("/{id}")
  String one(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId in = new OperationId(operation);
    ErasureOrder order = orders.get(in, new OrderId(id));
    boolean happened =
        order.state() != ErasureOrder.State.ENTERED && order.kind() != OrderKind.END_OF_RESTRICTION;
    Page<ScopeLine> lines = orders.lines(in, order.id(), happened, Math.max(1, page));
    Request request = orders.request(in, order.id()).orElse(null);
    model.addAttribute("order", order);
    model.addAttribute("happened", happened);
    model.addAttribute("lines", lines.rows());
    model.addAttribute("paging", Paging.of(lines, address(operation) + "/" + id, Map.of()));
    model.addAttribute("request", request);
    model.addAttribute(
        "asks",
        order.state() == ErasureOrder.State.ENTERED
            && enters(operation)
            && (request == null || request.state() != Request.State.OPEN));
    return "erasure/order";
  }

  @NeedToKnow(value = Area.LEDGER, right = Right.ERASE)
  @PostMapping("/{id}/ask")
  String ask(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + id,
        "Asked for. A coordinator decides under Approvals.",
        () -> orders.ask(new OperationId(operation), new OrderId(id), form.reason()));
  }

  @PostMapping("/{id}/certificate")
  String certify(@PathVariable UUID operation, @PathVariable UUID id, RedirectAttributes flash) {
    try {
      certificates.certify(new OperationId(operation), new OrderId(id));
      return "redirect:" + address(operation) + "/" + id + "/certificate";
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
      return "redirect:" + address(operation) + "/" + id;
    }
  }

  @GetMapping("/{id}/certificate")
  String certificate(@PathVariable UUID operation, @PathVariable UUID id, Model model) {
    OperationId in = new OperationId(operation);
    model.addAttribute("order", orders.get(in, new OrderId(id)));
    model.addAttribute(
        "certificate",
        certificates.of(in, new OrderId(id)).orElseThrow(NotPermittedException::new));
    model.addAttribute("request", orders.request(in, new OrderId(id)).orElse(null));
    return "erasure/certificate";
  }

  @GetMapping("/{id}/certificate.json")
  ResponseEntity<byte[]> file(@PathVariable UUID operation, @PathVariable UUID id) {
    OperationId in = new OperationId(operation);
    String number = orders.get(in, new OrderId(id)).number();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"certificate-" + number + ".json\"")
        .body(certificates.file(in, new OrderId(id)));
  }

  private boolean enters(UUID operation) {
    return access.holds(new OperationId(operation), Area.LEDGER, Right.ERASE);
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/erasure/orders";
  }
}
