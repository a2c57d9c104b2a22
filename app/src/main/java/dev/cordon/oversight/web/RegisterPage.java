package dev.cordon.oversight.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.oversight.DataProtection;
import dev.cordon.web.Paging;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of processing, and what is due to be reviewed or erased. */
@NeedToKnow(Area.DATA_PROTECTION)
@Controller
@RequestMapping("/operations/{operation}/data-protection")
class RegisterPage {

  private final DataProtection protection;
  private final Access access;

  RegisterPage(DataProtection protection, Access access) {
    this.protection = protection;
    this.access = access;
  }

  @GetMapping("/register")
  String register(@PathVariable UUID operation, Model model) {
    OperationId id = new OperationId(operation);
    model.addAttribute("sections", protection.register(id));
    officer(id, model);
    return "oversight/register";
  }

  @PostMapping("/register/archive")
  ResponseEntity<byte[]> register(
      @PathVariable UUID operation, @RequestParam(defaultValue = "") String reason) {
    return HandedOut.archive(
        protection.exportRegister(new OperationId(operation), HandedOut.checked(reason)));
  }

  @GetMapping("/retention")
  String retention(
      @PathVariable UUID operation,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate until,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    LocalDate day = until == null ? today.plusYears(1) : until;
    Page<Map<String, @Nullable Object>> list = protection.due(id, day, page);
    model.addAttribute("rows", list.rows());
    model.addAttribute("until", day);
    model.addAttribute("today", today);
    model.addAttribute("opensPersons", access.holds(id, Area.SUBJECTS, Right.READ));
    model.addAttribute(
        "paging",
        Paging.of(
            list,
            "/operations/" + operation + "/data-protection/retention",
            Map.of("until", day.toString())));
    officer(id, model);
    return "oversight/retention";
  }

  @PostMapping("/retention/archive")
  ResponseEntity<byte[]> retention(
      @PathVariable UUID operation,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
      @RequestParam(defaultValue = "") String reason) {
    return HandedOut.archive(
        protection.exportDue(new OperationId(operation), until, HandedOut.checked(reason)));
  }

  private void officer(OperationId operation, Model model) {
    model.addAttribute("officer", access.holds(operation, Area.DATA_PROTECTION, Right.FILE));
  }
}
