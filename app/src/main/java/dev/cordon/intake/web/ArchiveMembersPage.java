package dev.cordon.intake.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.intake.ArchiveMembers;
import dev.cordon.intake.SealedMember;
import dev.cordon.intake.Sources;
import dev.cordon.web.Answer;
import dev.cordon.web.Opening;
import dev.cordon.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The members of an archive: closed, or open for a while to who said why. */
@NeedToKnow(Area.SOURCES)
@Controller
@RequestMapping("/operations/{operation}/sources/{source}/members")
class ArchiveMembersPage {

  private final ArchiveMembers members;
  private final Sources sources;

  ArchiveMembersPage(ArchiveMembers members, Sources sources) {
    this.members = members;
    this.sources = sources;
  }

  @GetMapping
  String page(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @RequestParam(defaultValue = "1") int page,
      Model model,
      HttpServletResponse response) {
    OperationId id = new OperationId(operation);
    if (!members.isListed(id, source)) {
      throw new NoSuchElementException();
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    model.addAttribute("one", sources.get(id, source));
    model.addAttribute("opens", members.mayOpen(id));
    members
        .standing(id, source)
        .ifPresent(standing -> {
          Page<SealedMember> shown = members.page(id, source, Math.max(1, page));
          model.addAttribute("standing", standing);
          model.addAttribute("members", shown.rows());
          model.addAttribute("paging", Paging.of(shown, address(operation, source), Map.of()));
        });
    return "intake/members";
  }

  @PostMapping("/opening")
  String open(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @Valid Opening form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, source),
        "Open. Each page you look at is an entry in the ledger.",
        () ->
            members.open(
                new OperationId(operation),
                source,
                form.reason(),
                form.legalBasis(),
                form.stands()));
  }

  @PostMapping("/closing")
  String close(@PathVariable UUID operation, @PathVariable UUID source, RedirectAttributes flash) {
    members.close(new OperationId(operation), source);
    flash.addFlashAttribute("done", "Closed.");
    return "redirect:" + address(operation, source);
  }

  private static String address(UUID operation, UUID source) {
    return "/operations/" + operation + "/sources/" + source + "/members";
  }
}
