package dev.cordon.access.web;

import dev.cordon.access.ForEveryMember;
import dev.cordon.access.Operations;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: the operations the member has a role in. */
@ForEveryMember("lists only the operations the member knows")
@Controller
class HomeController {

  private final Operations operations;

  HomeController(Operations operations) {
    this.operations = operations;
  }

  @GetMapping("/")
  String home(Model model) {
    model.addAttribute("operations", operations.all());
    model.addAttribute("today", LocalDate.now(ZoneOffset.UTC));
    return "access/operations";
  }
}
