package dev.cordon.attribution.web;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.attribution.Attribution;
import dev.cordon.attribution.Attributions;
import dev.cordon.resolution.Category;
import dev.cordon.resolution.Proposal;
import dev.cordon.resolution.ProposalId;
import dev.cordon.resolution.Proposals;
import dev.cordon.resolution.SubjectId;
import dev.cordon.resolution.Subjects;
import dev.cordon.web.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the machine proposes, one proposal with its reasons, and a person's confirmation. */
@NeedToKnow(Area.PROPOSALS)
@Controller
@RequestMapping("/operations/{operation}/proposals")
class ProposalPage {

  private final CaseLists lists;
  private final CaseModel cases;
  private final Proposals proposals;
  private final Subjects subjects;
  private final Attributions attributions;
  private final Access access;

  ProposalPage(
      CaseLists lists,
      CaseModel cases,
      Proposals proposals,
      Subjects subjects,
      Attributions attributions,
      Access access) {
    this.lists = lists;
    this.cases = cases;
    this.proposals = proposals;
    this.subjects = subjects;
    this.attributions = attributions;
    this.access = access;
  }

  record ConfirmationForm(
      @NotNull(message = "choose a category") Category category,
      @NotBlank(message = "say why") @Size(max = 2000) String reason) {}

  @GetMapping
  String list(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    CaseLists.Filter filter = new CaseLists.Filter(country, state, number);
    cases.list(
        id,
        lists.proposals(id, filter, Math.max(1, page)),
        filter,
        List.of("waiting", "confirmed", "not_paying"),
        address(operation),
        model);
    model.addAttribute("recordsChanged", proposals.recordsChanged(id).orElse(null));
    return "resolution/proposals";
  }

  @NeedToKnow(value = Area.PROPOSALS, consults = true)
  @GetMapping("/{id}")
  String one(
      @PathVariable UUID operation, @PathVariable UUID id, CaseModel.Places places, Model model) {
    OperationId in = new OperationId(operation);
    ProposalId proposalId = new ProposalId(id);
    Proposal proposal = proposals.open(in, proposalId);
    Attribution.Proposed proposed = attributions.proposed(in, proposalId);
    model.addAttribute("one", CaseHead.of(proposal, proposed, lists.names(in, proposalId)));
    cases.evidence(proposed, model);
    SubjectId subject = proposal.subject();
    model.addAttribute(
        "judgements", subject == null ? List.of() : subjects.judgements(in, subject));
    model.addAttribute("changed", proposals.changed(in, proposalId).orElse(null));
    model.addAttribute("cautions", proposals.cautions(in, proposalId));
    model.addAttribute("drawn", id);
    model.addAttribute("categories", Category.values());
    model.addAttribute("decides", access.holds(in, Area.SUBJECTS, Right.WRITE));
    cases.records(in, proposalId, places, address(operation) + "/" + id, model);
    return "resolution/case";
  }

  @NeedToKnow(Area.SUBJECTS)
  @PostMapping("/{id}/confirmation")
  String confirm(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid ConfirmationForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + id,
        "Confirmed as a subject under your name.",
        () ->
            subjects.confirm(
                new OperationId(operation), new ProposalId(id), form.category(), form.reason()));
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/proposals";
  }
}
