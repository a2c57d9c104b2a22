package dev.cordon.triage.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.triage.Assessment;
import dev.cordon.triage.DigestImport;
import dev.cordon.triage.Digests;
import dev.cordon.triage.ExhibitTriage;
import dev.cordon.triage.HashList;
import dev.cordon.triage.HashLists;
import dev.cordon.triage.QueuePlace;
import dev.cordon.triage.ReviewItem;
import dev.cordon.triage.ReviewQueue;
import dev.cordon.triage.Scheme;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Digests, lists and the queue. */
@NeedToKnow(Area.TRIAGE)
@RestController
@RequestMapping("/api/operations/{operation}")
class TriageController {

  private final Digests digests;
  private final HashLists lists;
  private final ReviewQueue queue;
  private final ExhibitTriage exhibits;

  TriageController(Digests digests, HashLists lists, ReviewQueue queue, ExhibitTriage exhibits) {
    this.digests = digests;
    this.exhibits = exhibits;
    this.lists = lists;
    this.queue = queue;
  }

  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  record Assessed(
      @NotNull Assessment as,
      @NotBlank @Size(min = 2, max = 100) String scheme,
      @Nullable @Size(max = 60) String category,
      @NotBlank @Size(max = 2000) String grounds) {}

  record Created(UUID id) {}

  @PostMapping(value = "/exhibits/{exhibit}/digests", consumes = "text/csv")
  DigestImport digests(
      @PathVariable UUID operation, @PathVariable UUID exhibit, HttpServletRequest request)
      throws IOException {
    try (Reader csv = new InputStreamReader(request.getInputStream(), StandardCharsets.UTF_8)) {
      return digests.take(new OperationId(operation), exhibit, csv);
    }
  }

  @GetMapping("/exhibits/{exhibit}/triage")
  ExhibitTriage.Summary summary(@PathVariable UUID operation, @PathVariable UUID exhibit) {
    return exhibits.summary(new OperationId(operation), exhibit);
  }

  @NeedToKnow(value = Area.HASH_LISTS, right = Right.LOAD_LIST)
  @PostMapping(value = "/hash-lists", consumes = "text/csv")
  @ResponseStatus(HttpStatus.CREATED)
  Created load(
      @PathVariable UUID operation,
      @RequestParam @NotBlank String name,
      @RequestParam @NotBlank String version,
      @RequestParam @NotBlank String origin,
      HttpServletRequest request)
      throws IOException {
    try (InputStream csv = request.getInputStream()) {
      return new Created(lists.load(new OperationId(operation), name, version, origin, csv));
    }
  }

  @NeedToKnow(Area.HASH_LISTS)
  @GetMapping("/hash-lists")
  List<HashList> lists(@PathVariable UUID operation) {
    return lists.all(new OperationId(operation));
  }

  @GetMapping("/triage")
  Page<ReviewItem> queue(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(required = false) @Nullable String behind) {
    OperationId id = new OperationId(operation);
    return behind == null
        ? queue.page(id, page)
        : queue.behind(id, QueuePlace.of(behind), Math.max(1, page));
  }

  @NeedToKnow(value = Area.ASSESSMENTS, right = Right.SIGNAL)
  @PostMapping("/triage/{item}/signals")
  void signal(
      @PathVariable UUID operation, @PathVariable UUID item, @RequestBody @Valid Reason signal) {
    queue.signal(new OperationId(operation), item, signal.reason());
  }

  @NeedToKnow(Area.ASSESSMENTS)
  @PostMapping("/triage/{item}/assessment")
  void assess(
      @PathVariable UUID operation,
      @PathVariable UUID item,
      @RequestBody @Valid Assessed assessed) {
    queue.assess(
        new OperationId(operation),
        item,
        assessed.as(),
        new Scheme(assessed.scheme(), assessed.category()),
        assessed.grounds());
  }

  @NeedToKnow(Area.ASSESSMENTS)
  @PostMapping("/triage/{item}/assessment/withdrawal")
  void withdraw(
      @PathVariable UUID operation, @PathVariable UUID item, @RequestBody @Valid Reason reason) {
    queue.withdraw(new OperationId(operation), item, reason.reason());
  }
}
