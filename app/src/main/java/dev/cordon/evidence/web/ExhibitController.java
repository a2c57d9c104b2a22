package dev.cordon.evidence.web;

import dev.cordon.Page;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.evidence.ActKind;
import dev.cordon.evidence.CustodyAct;
import dev.cordon.evidence.CustodyActs;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Exhibits;
import dev.cordon.evidence.HandOver;
import dev.cordon.evidence.HandOverAnswers;
import dev.cordon.evidence.HandOvers;
import dev.cordon.evidence.NewCopy;
import dev.cordon.evidence.NewHandOver;
import dev.cordon.evidence.Sheet;
import dev.cordon.evidence.Sheets;
import dev.cordon.evidence.WorkingCopies;
import dev.cordon.evidence.WorkingCopy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of exhibits. */
@NeedToKnow(Area.EVIDENCE)
@RestController
@RequestMapping("/api/operations/{operation}/exhibits")
class ExhibitController {

  private final Exhibits exhibits;
  private final Sheets sheets;
  private final HandOvers handOvers;
  private final HandOverAnswers answers;
  private final CustodyActs custody;
  private final WorkingCopies copies;

  ExhibitController(
      Exhibits exhibits,
      Sheets sheets,
      HandOvers handOvers,
      HandOverAnswers answers,
      CustodyActs custody,
      WorkingCopies copies) {
    this.exhibits = exhibits;
    this.sheets = sheets;
    this.handOvers = handOvers;
    this.answers = answers;
    this.custody = custody;
    this.copies = copies;
  }

  record HandOverBody(
      @NotBlank @Size(max = 200) String from,
      @NotBlank @Size(max = 200) String to,
      @Nullable UUID toAgency,
      @NotBlank @Size(max = 300) String place,
      @NotBlank @Size(max = 300) String purpose,
      @NotNull Instant at,
      @Nullable @Size(max = 100) String sealBefore,
      @Nullable @Size(max = 100) String sealAfter,
      @Nullable @Size(max = 500) String condition,
      HandOver.@Nullable Party recorder,
      @Nullable @Size(max = 1500) String explanation,
      @Nullable Integer acts) {}

  record AnswerBody(
      HandOver.@NotNull Party party,
      boolean confirmed,
      @Nullable @Size(max = 300) String paper,
      @Nullable @Size(max = 1000) String words) {}

  record EndBody(
      @NotNull ActKind kind,
      @NotNull Instant at,
      @NotBlank @Size(max = 200) String by,
      @NotBlank @Size(max = 1500) String words,
      @NotBlank @Size(max = 200) String to,
      @NotBlank @Size(max = 300) String authority,
      @NotBlank @Size(max = 200) String reference,
      @NotNull LocalDate orderedOn,
      @Nullable @Size(max = 100) String sealFound) {}

  record CheckBody(
      @NotBlank @Size(max = 500) String purpose,
      @NotBlank @Size(max = 200) String tool,
      @NotBlank @Size(max = 200) String sha256) {}

  /** What a check found. */
  record Checked(boolean unchanged) {}

  @GetMapping
  Page<Exhibit> page(
      @PathVariable UUID operation,
      @RequestParam(required = false) @Nullable String country,
      @RequestParam(required = false) @Nullable String report,
      @RequestParam(defaultValue = "1") int page) {
    return exhibits.page(new OperationId(operation), country, report, page);
  }

  /** Enters the things of a sheet: all or none. */
  @PostMapping("/sheets")
  List<Exhibit> enter(@PathVariable UUID operation, @RequestBody Sheet sheet) {
    return sheets.enter(new OperationId(operation), sheet);
  }

  @GetMapping("/{exhibit}")
  Exhibit get(@PathVariable UUID operation, @PathVariable UUID exhibit) {
    return exhibits.get(new OperationId(operation), exhibit);
  }

  @GetMapping("/{exhibit}/hand-overs")
  List<HandOver> custody(@PathVariable UUID operation, @PathVariable UUID exhibit) {
    return exhibits.custody(new OperationId(operation), exhibit);
  }

  @GetMapping("/{exhibit}/acts")
  List<CustodyAct> acts(@PathVariable UUID operation, @PathVariable UUID exhibit) {
    return exhibits.acts(new OperationId(operation), exhibit);
  }

  @PostMapping("/{exhibit}/hand-overs")
  Exhibit handOver(
      @PathVariable UUID operation,
      @PathVariable UUID exhibit,
      @RequestBody @Valid HandOverBody told) {
    return handOvers.record(
        new OperationId(operation),
        exhibit,
        new NewHandOver(
            told.from(),
            told.to(),
            told.toAgency() == null ? null : new AgencyId(told.toAgency()),
            told.place(),
            told.purpose(),
            told.at(),
            told.sealBefore(),
            told.sealAfter(),
            told.condition(),
            null,
            told.recorder(),
            told.explanation(),
            told.acts()));
  }

  @PostMapping("/{exhibit}/hand-overs/{handOver}/answer")
  Exhibit answer(
      @PathVariable UUID operation,
      @PathVariable UUID exhibit,
      @PathVariable UUID handOver,
      @RequestBody @Valid AnswerBody answer) {
    OperationId id = new OperationId(operation);
    answers.answer(
        id, exhibit, handOver, answer.party(), answer.confirmed(), answer.paper(), answer.words());
    return exhibits.get(id, exhibit);
  }

  @PostMapping("/{exhibit}/end")
  Exhibit end(
      @PathVariable UUID operation, @PathVariable UUID exhibit, @RequestBody @Valid EndBody end) {
    return custody.dispose(
        new OperationId(operation),
        exhibit,
        end.kind(),
        new CustodyActs.Told(end.at(), end.by(), end.words(), null),
        end.to(),
        new CustodyAct.Order(end.authority(), end.reference(), end.orderedOn()),
        end.sealFound());
  }

  @PostMapping("/{exhibit}/copies")
  WorkingCopy copy(
      @PathVariable UUID operation, @PathVariable UUID exhibit, @RequestBody NewCopy copy) {
    return copies.register(new OperationId(operation), exhibit, copy);
  }

  @PostMapping("/{exhibit}/copies/{copy}/checks")
  Checked check(
      @PathVariable UUID operation,
      @PathVariable UUID exhibit,
      @PathVariable UUID copy,
      @RequestBody @Valid CheckBody check) {
    return new Checked(
        copies.check(
            new OperationId(operation),
            exhibit,
            copy,
            check.purpose(),
            check.tool(),
            check.sha256()));
  }
}
