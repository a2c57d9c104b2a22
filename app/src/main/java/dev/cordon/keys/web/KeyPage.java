package dev.cordon.keys.web;

import dev.cordon.access.Access;
import dev.cordon.access.ForAdministrator;
import dev.cordon.access.Operation;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.approval.ActKind;
import dev.cordon.approval.Approvals;
import dev.cordon.approval.Request;
import dev.cordon.keys.KeyChange;
import dev.cordon.keys.OperationKeys;
import dev.cordon.web.Answer;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which versions an operation's key has, and the way to ask for another or for their end. */
@ForAdministrator("versions of keys and requests to change them; no key and no case data")
@Controller
@RequestMapping("/administration/operations/{operation}/keys")
class KeyPage {

  private final Access access;
  private final Operations operations;
  private final OperationKeys keys;
  private final Approvals approvals;

  KeyPage(Access access, Operations operations, OperationKeys keys, Approvals approvals) {
    this.access = access;
    this.operations = operations;
    this.keys = keys;
    this.approvals = approvals;
  }

  @GetMapping
  String keys(@PathVariable UUID operation, Model model) {
    access.requireAdministrator();
    Operation here = operations.get(new OperationId(operation));
    List<OperationKeys.Listed> versions =
        keys.list().stream().filter(key -> key.operation().equals(here.id())).toList();
    model.addAttribute("operation", here);
    model.addAttribute("versions", versions);
    model.addAttribute("operator", keys.operatorName());
    model.addAttribute("destroyed", keys.isDestroyed(here.id()));
    model.addAttribute("waiting", waiting(here.id()));
    return "keys/keys";
  }

  @PostMapping("/new-version")
  String askNewVersion(
      @PathVariable UUID operation,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return ask(operation, KeyChange.What.NEW_VERSION, form, checked, flash);
  }

  @PostMapping("/destruction")
  String askDestruction(
      @PathVariable UUID operation,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return ask(operation, KeyChange.What.DESTROY, form, checked, flash);
  }

  private String ask(
      UUID operation,
      KeyChange.What what,
      Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    OperationId id = operations.get(new OperationId(operation)).id();
    return Answer.after(
        checked,
        flash,
        "/administration/operations/" + operation + "/keys",
        "Asked. Nothing changes until another person has approved it.",
        () -> approvals.ask(id, ActKind.KEY_CHANGE, what.text(), form.reason()));
  }

  private List<Request> waiting(OperationId operation) {
    return Arrays.stream(KeyChange.What.values())
        .flatMap(what -> approvals.latest(operation, ActKind.KEY_CHANGE, what.text()).stream())
        .filter(request -> request.state() == Request.State.OPEN)
        .toList();
  }
}
