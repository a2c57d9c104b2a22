package dev.cordon.requests;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests to providers: drafted by {@link RequestDrafting}, data kept first, sent, answered by a
 * source. Each step is an act with a note and an entry; nothing is rewritten.
 */
@Service
@Transactional
public class Requests {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  Requests(JdbcClient jdbc, Access access, CurrentMember currentMember, Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /** A selector of a request, and the subject it could resolve. */
  public record AskedAbout(
      String kind,
      String value,
      @Nullable UUID subject,
      @Nullable String subjectNumber,
      @Nullable String country) {}

  /** One act, and the source an answer became. */
  public record Step(
      RequestState act,
      String note,
      Instant at,
      String by,
      @Nullable UUID source,
      @Nullable String sourceName) {}

  /**
   * Takes a request a step on.
   *
   * @param source the name of the source the answer became; only for an answer
   */
  public void act(
      OperationId operation, UUID id, RequestState next, String note, @Nullable String source) {
    access.require(operation, Area.REQUESTS, Right.WRITE);
    ProviderRequest request = get(operation, id);
    if (!request.state().next().contains(next)) {
      throw new RefusedException(
          request.number()
              + " is "
              + words(request.state())
              + "; it can not be "
              + words(next)
              + ".");
    }
    if (next == RequestState.SENT && request.isAtRisk()) {
      throw new RefusedException(
          "The data may be deleted on "
              + request.dataExpiresOn()
              + ", before the answer is due: ask to have it kept first.");
    }
    note(
        operation,
        id,
        next,
        note,
        next == RequestState.ANSWERED ? source(operation, source) : null);
  }

  private UUID source(OperationId operation, @Nullable String name) {
    if (name == null || name.isBlank()) {
      throw new RefusedException("Take the answer in as a source first, then name it here.");
    }
    return jdbc.sql(RequestSql.SOURCE)
        .param("operation", operation.value())
        .param("name", name.strip())
        .query(UUID.class)
        .optional()
        .orElseThrow(() -> new RefusedException("There is no source '" + name + "' here."));
  }

  /** Writes an act on a request, with its entry. */
  void note(OperationId operation, UUID id, RequestState act, String note, @Nullable UUID source) {
    jdbc.sql(RequestSql.ADD_ACT)
        .param("operation", operation.value())
        .param("request", id)
        .param("act", act.text())
        .param("note", note)
        .param("source", source)
        .param("member", currentMember.member().value())
        .update();
    Act kind =
        act == RequestState.SENT || act == RequestState.PRESERVATION_ASKED
            ? Act.DISCLOSURE
            : Act.DECISION;
    ledger.append(
        Entry.of(operation, kind, "request-" + act.text().replace('_', '-'), note).touching(id));
  }

  /** One page: open ones first, by the day their answer is due. */
  @Transactional(readOnly = true)
  public Page<ProviderRequest> page(OperationId operation, boolean openOnly, int page) {
    access.require(operation, Area.REQUESTS, Right.READ);
    return new Page<>(
        jdbc.sql(RequestSql.PAGE)
            .param("operation", operation.value())
            .param("open", openOnly)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) -> RequestRows.request(row))
            .list(),
        page,
        jdbc.sql(RequestSql.COUNT)
            .param("operation", operation.value())
            .param("open", openOnly)
            .query(Long.class)
            .single());
  }

  /** One request. */
  @Transactional(readOnly = true)
  public ProviderRequest get(OperationId operation, UUID id) {
    access.require(operation, Area.REQUESTS, Right.READ);
    return jdbc.sql(RequestSql.FIND)
        .param("operation", operation.value())
        .param("request", id)
        .query((row, number) -> RequestRows.request(row))
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /** Opens a request with the selectors it asks about; an entry notes that. */
  public List<AskedAbout> open(OperationId operation, UUID id) {
    ProviderRequest request = get(operation, id);
    ledger.append(
        Entry.of(operation, Act.CONSULTATION, "request", "opened " + request.number())
            .touching(id));
    return jdbc.sql(RequestSql.SELECTORS)
        .param("operation", operation.value())
        .param("request", id)
        .query((row, number) ->
            new AskedAbout(
                row.getString("kind"),
                row.getString("value"),
                row.getObject("subject_id", UUID.class),
                row.getString("subject_number"),
                row.getString("country")))
        .list();
  }

  /** What became of it so far. */
  @Transactional(readOnly = true)
  public List<Step> steps(OperationId operation, UUID id) {
    get(operation, id);
    return jdbc.sql(RequestSql.ACTS)
        .param("operation", operation.value())
        .param("request", id)
        .query((row, number) ->
            new Step(
                RequestState.of(row.getString("act")),
                row.getString("note"),
                Columns.instant(row, "acted_at"),
                Objects.requireNonNullElse(row.getString("display_name"), "a member"),
                row.getObject("source_id", UUID.class),
                row.getString("source_name")))
        .list();
  }

  /** How many of the reader's own requests are open and late. */
  @Transactional(readOnly = true)
  public long late(OperationId operation) {
    if (!access.holds(operation, Area.REQUESTS, Right.READ)) {
      return 0;
    }
    return jdbc.sql(RequestSql.LATE)
        .param("operation", operation.value())
        .param("member", currentMember.member().value())
        .query(Long.class)
        .single();
  }

  static String words(RequestState state) {
    return state.text().replace('_', ' ');
  }
}
