package dev.cordon.dispatch.web;

import dev.cordon.Page;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.HandlingCode;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.approval.ApprovalId;
import dev.cordon.dispatch.Clearing;
import dev.cordon.dispatch.DraftOrder;
import dev.cordon.dispatch.DraftTerms;
import dev.cordon.dispatch.IntelligencePackage;
import dev.cordon.dispatch.IntelligencePackages;
import dev.cordon.dispatch.Outcome;
import dev.cordon.dispatch.Outcomes;
import dev.cordon.dispatch.PackageCopies;
import dev.cordon.dispatch.PackageId;
import dev.cordon.dispatch.PackageRecord;
import dev.cordon.dispatch.PackageSubject;
import dev.cordon.dispatch.TransferBasis;
import dev.cordon.law.Conduct;
import dev.cordon.protection.Grade;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The packages of an operation. */
@NeedToKnow(Area.PACKAGES)
@RestController
@RequestMapping("/api/operations/{operation}/packages")
class PackageController {

  private final IntelligencePackages packages;
  private final PackageCopies copies;
  private final Outcomes outcomes;

  PackageController(IntelligencePackages packages, PackageCopies copies, Outcomes outcomes) {
    this.copies = copies;
    this.packages = packages;
    this.outcomes = outcomes;
  }

  record Draft(
      @NotNull UUID agency,
      @NotBlank @Size(max = 2000) String reason,
      @Nullable HandlingCode handlingCode,
      @Nullable String handlingNote,
      @Nullable
          @Pattern(
              regexp = "[ABCX][1-4]|[123][A-E][PC]",
              message = "is A to C or X, then 1 to 4; or in 3x5x2 like 2CP")
          String grading,
      @Nullable @Size(max = 1000) String legalBasis,
      @Nullable Conduct conduct,
      @Nullable LocalDate conductOn,
      @Nullable List<UUID> subjects,
      @Nullable @Size(max = 40) String profile,
      @Nullable @Size(max = 500) String contact,
      @Nullable LocalDate expiresOn) {

    // The two schemes are written in signs of their own, so that one can not be taken for the
    // other.
    static Grade graded(String written) {
      return Grade.parse(
          written.length() == 2 ? Grade.Scheme.FOUR_BY_FOUR : Grade.Scheme.THREE_BY_FIVE_BY_TWO,
          written);
    }

    DraftOrder order() {
      return new DraftOrder(
          new AgencyId(agency),
          reason,
          handlingCode,
          handlingNote,
          grading == null ? null : graded(grading),
          legalBasis,
          conduct,
          conductOn,
          subjects == null ? List.of() : subjects,
          new DraftTerms(profile, contact, expiresOn));
    }
  }

  record Release(
      @NotBlank @Size(max = 2000) String reason,
      @Nullable @Size(max = 2000) String gapReason,
      @Nullable TransferBasis transferBasis,
      @Nullable @Size(max = 1800) String transferWords) {

    Clearing clearing() {
      return new Clearing(gapReason, transferBasis, transferWords);
    }
  }

  /** The request that now waits for a second person. */
  record Asked(ApprovalId approval) {}

  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  record Receipt(@Nullable @Size(max = 2000) String note) {}

  record Report(
      @Nullable UUID packageSubject,
      @NotNull Outcome outcome,
      @Nullable @Size(max = 2000) String note) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  IntelligencePackage draft(@PathVariable UUID operation, @RequestBody @Valid Draft draft) {
    return packages.draft(new OperationId(operation), draft.order());
  }

  @GetMapping
  Page<IntelligencePackage> page(
      @PathVariable UUID operation,
      @RequestParam(required = false) @Nullable String country,
      @RequestParam(defaultValue = "1") int page) {
    return packages.page(new OperationId(operation), country, page);
  }

  @GetMapping("/{id}")
  IntelligencePackage get(@PathVariable UUID operation, @PathVariable UUID id) {
    return packages.get(new OperationId(operation), new PackageId(id));
  }

  @GetMapping("/{id}/subjects")
  Page<PackageSubject> subjects(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page) {
    return packages.subjects(new OperationId(operation), new PackageId(id), page);
  }

  @NeedToKnow(value = Area.PACKAGES, consults = true)
  @GetMapping("/{id}/subjects/{subject}/records")
  Page<PackageRecord> records(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @PathVariable UUID subject,
      @RequestParam(defaultValue = "1") int page) {
    return packages.records(new OperationId(operation), new PackageId(id), subject, page);
  }

  /** Asks for the release; another coordinator approves it. */
  @NeedToKnow(value = Area.PACKAGES, right = Right.WRITE)
  @PostMapping("/{id}/release")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Asked release(
      @PathVariable UUID operation, @PathVariable UUID id, @RequestBody @Valid Release release) {
    return new Asked(
        packages.askRelease(
            new OperationId(operation), new PackageId(id), release.reason(), release.clearing()));
  }

  @NeedToKnow(value = Area.PACKAGES, right = Right.RECEIVE)
  @PostMapping("/{id}/receipt")
  IntelligencePackage receive(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestBody(required = false) @Valid @Nullable Receipt receipt) {
    return packages.receive(
        new OperationId(operation), new PackageId(id), receipt == null ? null : receipt.note());
  }

  @NeedToKnow(value = Area.PACKAGES, right = Right.RECALL)
  @PostMapping("/{id}/recall")
  IntelligencePackage recall(
      @PathVariable UUID operation, @PathVariable UUID id, @RequestBody @Valid Reason recall) {
    return packages.recall(new OperationId(operation), new PackageId(id), recall.reason());
  }

  @NeedToKnow(Area.OUTCOMES)
  @PostMapping("/{id}/outcomes")
  @ResponseStatus(HttpStatus.CREATED)
  void report(
      @PathVariable UUID operation, @PathVariable UUID id, @RequestBody @Valid Report report) {
    outcomes.report(
        new OperationId(operation),
        new PackageId(id),
        report.packageSubject(),
        report.outcome(),
        report.note());
  }

  @NeedToKnow(value = Area.PACKAGES, consults = true)
  @GetMapping(value = "/{id}/copy", produces = "application/zip")
  ResponseEntity<byte[]> copy(@PathVariable UUID operation, @PathVariable UUID id) {
    Map<String, byte[]> files = copies.copy(new OperationId(operation), new PackageId(id));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"package-" + id + ".zip\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(zip(files));
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The copy of the package can not be written.", e);
    }
    return bytes.toByteArray();
  }
}
