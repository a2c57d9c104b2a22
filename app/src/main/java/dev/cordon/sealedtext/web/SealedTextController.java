package dev.cordon.sealedtext.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.intake.Origin;
import dev.cordon.intake.SourceId;
import dev.cordon.sealedtext.Locks;
import dev.cordon.sealedtext.Mark;
import dev.cordon.sealedtext.MarkKind;
import dev.cordon.sealedtext.Marks;
import dev.cordon.sealedtext.Reading;
import dev.cordon.sealedtext.SearchResult;
import dev.cordon.sealedtext.Searches;
import dev.cordon.sealedtext.ThreadSummary;
import dev.cordon.sealedtext.Threads;
import dev.cordon.web.Opening;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sealed text: threads, openings, texts, marks, locks, searches. */
@NeedToKnow(Area.SEALED_TEXT)
@RestController
@RequestMapping("/api/operations/{operation}/sealed-text")
class SealedTextController {

  private final Threads threads;
  private final Reading reading;
  private final Marks marks;
  private final Locks locks;
  private final Searches searches;

  SealedTextController(
      Threads threads, Reading reading, Marks marks, Locks locks, Searches searches) {
    this.threads = threads;
    this.reading = reading;
    this.marks = marks;
    this.locks = locks;
    this.searches = searches;
  }

  record MessageMark(
      @NotNull UUID source,
      @NotBlank @Size(max = 300) String table,
      @Min(1) long row,
      @NotNull MarkKind kind) {}

  record Question(
      @NotBlank @Size(max = 200) String words,
      @NotBlank @Size(max = 1000) String reason,
      @NotBlank @Size(max = 1000) String legalBasis) {

    @Override
    public String toString() {
      return "Question[hidden]";
    }
  }

  record Created(UUID id) {}

  @GetMapping("/threads")
  Page<ThreadSummary> page(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "") String system,
      @RequestParam(required = false) @Nullable MarkKind mark,
      @RequestParam(defaultValue = "1") int page) {
    return threads.page(new OperationId(operation), system, mark, page);
  }

  @GetMapping("/threads/{thread}")
  ThreadSummary get(@PathVariable UUID operation, @PathVariable UUID thread) {
    return threads.get(new OperationId(operation), thread);
  }

  @PostMapping("/threads/{thread}/opening")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void open(
      @PathVariable UUID operation,
      @PathVariable UUID thread,
      @RequestBody @Valid Opening opening) {
    reading.open(
        new OperationId(operation),
        thread,
        opening.reason(),
        opening.legalBasis(),
        opening.stands());
  }

  /** A page of texts, while the thread stands open. */
  @GetMapping("/threads/{thread}/texts")
  ResponseEntity<Reading.OpenPage> texts(
      @PathVariable UUID operation,
      @PathVariable UUID thread,
      @RequestParam(required = false) @Nullable String writer,
      @RequestParam(defaultValue = "1") int page) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(reading.read(new OperationId(operation), thread, writer, Math.max(1, page)));
  }

  @GetMapping("/threads/{thread}/marks")
  List<Mark> marks(@PathVariable UUID operation, @PathVariable UUID thread) {
    return marks.of(new OperationId(operation), thread);
  }

  @PostMapping("/threads/{thread}/marks")
  @ResponseStatus(HttpStatus.CREATED)
  Created mark(
      @PathVariable UUID operation,
      @PathVariable UUID thread,
      @RequestBody @Valid MessageMark mark) {
    return new Created(
        marks.add(
            new OperationId(operation),
            thread,
            new Origin(new SourceId(mark.source()), mark.table(), mark.row()),
            mark.kind()));
  }

  @PostMapping("/threads/{thread}/marks/{mark}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(
      @PathVariable UUID operation,
      @PathVariable UUID thread,
      @PathVariable UUID mark,
      @RequestBody @Valid Reason reason) {
    marks.withdraw(new OperationId(operation), thread, mark, reason.reason());
  }

  @PostMapping("/threads/{thread}/lock")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void lock(
      @PathVariable UUID operation, @PathVariable UUID thread, @RequestBody @Valid Reason reason) {
    locks.lock(new OperationId(operation), thread, reason.reason());
  }

  @PostMapping("/threads/{thread}/unlock")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unlock(
      @PathVariable UUID operation, @PathVariable UUID thread, @RequestBody @Valid Reason reason) {
    locks.unlock(new OperationId(operation), thread, reason.reason());
  }

  @PostMapping("/searches")
  @ResponseStatus(HttpStatus.CREATED)
  Created search(@PathVariable UUID operation, @RequestBody @Valid Question question) {
    return new Created(
        searches.search(
            new OperationId(operation),
            question.words(),
            question.reason(),
            question.legalBasis()));
  }

  @GetMapping("/searches/{search}")
  SearchResult found(
      @PathVariable UUID operation,
      @PathVariable UUID search,
      @RequestParam(defaultValue = "1") int page) {
    return searches.get(new OperationId(operation), search, Math.max(1, page));
  }
}
