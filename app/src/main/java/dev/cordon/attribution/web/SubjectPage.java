package dev.cordon.attribution.web;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.HandlingCodes;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.attribution.Attribution;
import dev.cordon.attribution.Attributions;
import dev.cordon.resolution.Category;
import dev.cordon.resolution.Subject;
import dev.cordon.resolution.SubjectId;
import dev.cordon.resolution.SubjectPlace;
import dev.cordon.resolution.Subjects;
import dev.cordon.web.Answer;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
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

/** The confirmed subjects, one subject with its records, and what a person decides about it. */
@NeedToKnow(Area.SUBJECTS)
@Controller
@RequestMapping("/operations/{operation}/subjects")
class SubjectPage {

  private final CaseLists lists;
  private final CaseModel cases;
  private final Subjects subjects;
  private final Attributions attributions;
  private final HandlingCodes codes;
  private final Access access;

  SubjectPage(
      CaseLists lists,
      CaseModel cases,
      Subjects subjects,
      Attributions attributions,
      HandlingCodes codes,
      Access access) {
    this.codes = codes;
    this.access = access;
    this.lists = lists;
    this.cases = cases;
    this.subjects = subjects;
    this.attributions = attributions;
  }

  record CountryForm(
      @NotBlank @Pattern(regexp = "[A-Z]{2}", message = "two capital letters") String country,
      @NotBlank(message = "say why") @Size(max = 2000) String reason) {}

  record MergeForm(
      @NotBlank @Pattern(regexp = "S-[0-9]{4,12}", message = "a subject's number") String into,
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
        lists.subjects(id, filter, Math.max(1, page)),
        filter,
        List.of("confirmed", "attributed", "withdrawn"),
        address(operation),
        model);
    return "resolution/subjects";
  }

  @NeedToKnow(value = Area.SUBJECTS, consults = true)
  @GetMapping("/{id}")
  String one(
      @PathVariable UUID operation, @PathVariable UUID id, CaseModel.Places places, Model model) {
    OperationId in = new OperationId(operation);
    SubjectId subjectId = new SubjectId(id);
    Subject subject = subjects.open(in, subjectId);
    Attribution attribution = attributions.open(in, subjectId);
    model.addAttribute(
        "one", CaseHead.of(subject, attribution, lists.names(in, subject.proposal())));
    cases.evidence(attribution.proposed(), model);
    model.addAttribute("judgements", subjects.judgements(in, subjectId));
    model.addAttribute("attribution", attribution);
    SubjectPlace place = subjects.place(in, subjectId).orElse(null);
    model.addAttribute("place", place);
    model.addAttribute(
        "contradicted",
        place == null ? null : attributions.contradiction(in, attribution, place.proposal().id()));
    model.addAttribute("merged", subject.into() == null ? null : subject);
    model.addAttribute(
        "drawn", access.holds(in, Area.PROPOSALS, Right.READ) ? subject.proposal().value() : null);
    model.addAttribute("categories", Category.values());
    model.addAttribute("decides", access.holds(in, Area.SUBJECTS, Right.WRITE));
    model.addAttribute("placesCountry", access.holds(in, Area.COUNTRIES, Right.WRITE));
    model.addAttribute(
        "asks", subject.into() == null && access.holds(in, Area.REQUESTS, Right.WRITE));
    model.addAttribute("setsCode", codes.maySet(in));
    model.addAttribute("ownCode", codes.of(in, HandlingCodes.Kind.SUBJECT, id).orElse(null));
    cases.records(in, subject.proposal(), places, address(operation) + "/" + id, model);
    return "resolution/case";
  }

  @PostMapping("/{id}/withdrawal")
  String withdraw(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + id,
        "The confirmation was taken back; both decisions stay on record.",
        () -> subjects.withdraw(new OperationId(operation), new SubjectId(id), form.reason()));
  }

  @PostMapping("/{id}/merging")
  String merge(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid MergeForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + id,
        "Merged under your name; this number leads to the other subject now.",
        () ->
            subjects.merge(
                new OperationId(operation), new SubjectId(id), form.into(), form.reason()));
  }

  @PostMapping("/{id}/unmerging")
  String unmerge(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + id,
        "The merge was taken back; the subject stands again.",
        () -> subjects.unmerge(new OperationId(operation), new SubjectId(id), form.reason()));
  }

  @NeedToKnow(Area.COUNTRIES)
  @PostMapping("/{id}/attribution")
  String attribute(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid CountryForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + id,
        "The country stands under your name.",
        () ->
            attributions.decide(
                new OperationId(operation), new SubjectId(id), form.country(), form.reason()));
  }

  @NeedToKnow(Area.COUNTRIES)
  @PostMapping("/{id}/attribution/withdrawal")
  String withdrawCountry(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + id,
        "The country was taken back; the subject has none until somebody decides again.",
        () -> attributions.withdraw(new OperationId(operation), new SubjectId(id), form.reason()));
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/subjects";
  }
}
