package dev.cordon.protection.web;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.protection.Grade;
import dev.cordon.protection.Persons;
import dev.cordon.protection.Statement;
import dev.cordon.protection.Statements;
import dev.cordon.protection.Stay;
import dev.cordon.resolution.Category;
import dev.cordon.resolution.Subject;
import dev.cordon.resolution.SubjectId;
import dev.cordon.resolution.Subjects;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person's category with its history, facts apart from assessments, and the clock. */
@NeedToKnow(Area.SUBJECTS)
@Controller
@RequestMapping("/operations/{operation}/subjects/{id}/protection")
class ProtectionPage {

  private final Subjects subjects;
  private final Persons persons;
  private final Statements statements;
  private final Access access;

  ProtectionPage(Subjects subjects, Persons persons, Statements statements, Access access) {
    this.subjects = subjects;
    this.persons = persons;
    this.statements = statements;
    this.access = access;
  }

  record CategoryForm(
      @NotNull(message = "choose a category") Category category,
      @NotBlank(message = "say why") @Size(min = 3, max = 2000) String reason) {}

  record StatementForm(
      Statement.@NotNull(message = "fact or assessment") Nature nature,
      @NotBlank(message = "say what") @Size(min = 3, max = 4000) String words,
      Grade.@NotNull(message = "choose a scheme") Scheme scheme,
      @NotBlank(message = "grade it") @Size(max = 3) String grade,
      @Nullable @Size(max = 1000) String conditions) {

    Grade graded() {
      try {
        return Grade.parse(scheme, grade);
      } catch (IllegalArgumentException wrong) {
        throw new RefusedException("Nothing was added: " + wrong.getMessage() + ".");
      }
    }
  }

  record ReviewForm(
      @NotNull(message = "choose") Stay decision,
      @NotBlank(message = "say why") @Size(min = 3, max = 2000) String reason) {}

  @NeedToKnow(value = Area.SUBJECTS, consults = true)
  @GetMapping
  String one(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int facts,
      @RequestParam(defaultValue = "1") int assessments,
      Model model) {
    OperationId in = new OperationId(operation);
    SubjectId subjectId = new SubjectId(id);
    Subject subject = subjects.open(in, subjectId);
    model.addAttribute("subject", subject);
    model.addAttribute("history", persons.history(in, subjectId));
    model.addAttribute("sent", persons.sentWithAnother(in, subject));
    model.addAttribute("clock", persons.clock(in, subjectId).orElse(null));
    model.addAttribute("categories", Category.values());
    model.addAttribute("schemes", Grade.Scheme.values());
    model.addAttribute("stays", Stay.values());
    model.addAttribute("decides", access.holds(in, Area.SUBJECTS, Right.WRITE));
    list(in, subject, Statement.Nature.FACT, "facts", facts, model);
    list(in, subject, Statement.Nature.ASSESSMENT, "assessments", assessments, model);
    return "protection/person";
  }

  private void list(
      OperationId in,
      Subject subject,
      Statement.Nature nature,
      String name,
      int page,
      Model model) {
    Page<Statement> rows = statements.page(in, subject.id(), nature, Math.max(1, page));
    model.addAttribute(name, rows.rows());
    model.addAttribute(
        name + "Paging",
        new Paging(
            rows.number(),
            rows.total(),
            address(in.value(), subject.id().value()),
            Map.of(),
            name));
  }

  @PostMapping("/category")
  String change(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid CategoryForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, id),
        "The category was changed; the earlier one stays in the history.",
        () ->
            persons.change(
                new OperationId(operation), new SubjectId(id), form.category(), form.reason()));
  }

  @PostMapping("/statements")
  String add(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid StatementForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, id),
        "Added. It is never rewritten; it can be taken back.",
        () ->
            statements.add(
                new OperationId(operation),
                new SubjectId(id),
                form.nature(),
                form.words(),
                form.graded(),
                form.conditions()));
  }

  @PostMapping("/statements/{statement}/withdrawal")
  String withdraw(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @PathVariable UUID statement,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, id),
        "Taken back; it stays to be read, marked.",
        () ->
            statements.withdraw(
                new OperationId(operation), new SubjectId(id), statement, form.reason()));
  }

  @PostMapping("/review")
  String review(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid ReviewForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, id),
        "Noted. Restriction and erasure are carried out by an order the data-protection officer enters.",
        () ->
            persons.review(
                new OperationId(operation), new SubjectId(id), form.decision(), form.reason()));
  }

  private static String address(UUID operation, UUID id) {
    return "/operations/" + operation + "/subjects/" + id + "/protection";
  }
}
