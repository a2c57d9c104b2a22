package dev.cordon.intake;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.AgencyId;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.OperationId;
import dev.cordon.access.SignedIn;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the database knows of the queue; each method is one transaction. */
@Service
@Transactional
class TakingRegister {

  private static final int LONGEST_REASON = 1900;

  private final JdbcClient jdbc;
  private final SourceRegister sources;
  private final FactsRegister facts;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  TakingRegister(
      JdbcClient jdbc,
      SourceRegister sources,
      FactsRegister facts,
      CurrentMember currentMember,
      Ledger ledger) {
    this.jdbc = jdbc;
    this.sources = sources;
    this.facts = facts;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /** What is left to take in, and as whom. */
  record Left(OperationId operation, UUID id, SignedIn member) {}

  /** Puts files at the end of the queue; those that stand in it already stay as they are. */
  int add(OperationId operation, List<ImportFolder.Waiting> files, TakingRequest request) {
    sources.requireGrounds(operation);
    List<UUID> added = new ArrayList<>();
    for (ImportFolder.Waiting file : files) {
      UUID id = UUID.randomUUID();
      if (add(operation, id, file, request.handedOver()) > 0) {
        added.add(id);
        if (request.zone() != null || request.system() != null) {
          facts.state(operation, file.name(), request.zone(), request.system());
        }
      }
    }
    if (!added.isEmpty()) {
      ledger.append(
          Entry.of(
                  operation,
                  Act.COLLECTION,
                  "taking",
                  "asked for " + added.size() + " files of the import folder to be taken in")
              .touching(added));
    }
    return added.size();
  }

  private int add(
      OperationId operation, UUID id, ImportFolder.Waiting file, HandedOver handedOver) {
    Instant at = handedOver.at();
    return jdbc.sql(TakingSql.ADD)
        .param("id", id)
        .param("operation", operation.value())
        .param("name", file.name())
        .param("size", file.sizeBytes())
        .param("member", currentMember.member().value())
        .param("handedBy", handedOver.by())
        .param(
            "handedAt",
            at == null ? null : Columns.parameter(at),
            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("handedPlace", handedOver.place())
        .param("handedMeans", handedOver.means())
        .param("handedDescription", handedOver.description())
        .update();
  }

  @Transactional(readOnly = true)
  Page<Taking> page(OperationId operation, int number) {
    sources.requireReader(operation);
    return new Page<>(
        jdbc.sql(TakingSql.PAGE)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(number))
            .query((row, index) -> TakingRows.taking(row))
            .list(),
        number,
        count(TakingSql.COUNT, operation));
  }

  /** How many wait or run. */
  @Transactional(readOnly = true)
  long open(OperationId operation) {
    return count(TakingSql.OPEN, operation);
  }

  /** The names of the files that wait or run. */
  @Transactional(readOnly = true)
  Set<String> openNames(OperationId operation) {
    return new HashSet<>(
        jdbc.sql(TakingSql.OPEN_NAMES)
            .param("operation", operation.value())
            .query(String.class)
            .list());
  }

  @Transactional(readOnly = true)
  Taking get(OperationId operation, UUID id) {
    sources.requireReader(operation);
    return jdbc.sql(TakingSql.FIND)
        .param("operation", operation.value())
        .param("id", id)
        .query((row, index) -> TakingRows.taking(row))
        .optional()
        .orElseThrow(NoSuchElementException::new);
  }

  @Transactional(readOnly = true)
  HandedOver handedOver(OperationId operation, UUID id) {
    return jdbc.sql(TakingSql.HANDED)
        .param("operation", operation.value())
        .param("id", id)
        .query((row, index) -> TakingRows.handedOver(row))
        .optional()
        .orElse(HandedOver.UNKNOWN);
  }

  /** It runs from now on, once more when it ran before. */
  Taking begin(OperationId operation, UUID id) {
    sources.requireGrounds(operation);
    jdbc.sql(TakingSql.BEGIN).param("operation", operation.value()).param("id", id).update();
    return get(operation, id);
  }

  /** Puts a source at the end of the queue that is read again; 0 when its name stands in it. */
  int addAgain(OperationId operation, UUID id, Source source) {
    return add(
        operation,
        id,
        new ImportFolder.Waiting(source.name(), source.sizeBytes()),
        HandedOver.UNKNOWN);
  }

  /**
   * It ended well.
   *
   * @param left what is left to be done by hand; null for nothing
   */
  void done(
      OperationId operation, UUID id, Taking.State state, UUID source, @Nullable String left) {
    end(operation, id, state, left == null ? null : bounded(left), source);
  }

  private static String bounded(String reason) {
    return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + " …" : reason;
  }

  /** It ended without a source; why is an entry too. */
  void ended(OperationId operation, UUID id, Taking.State state, String reason) {
    String bounded = bounded(reason);
    if (end(operation, id, state, bounded, null) > 0) {
      ledger.append(
          Entry.of(operation, Act.COLLECTION, "taking-" + state.word(), bounded).touching(id));
    }
  }

  private int end(
      OperationId operation,
      UUID id,
      Taking.State state,
      @Nullable String reason,
      @Nullable UUID source) {
    return jdbc.sql(TakingSql.END)
        .param("operation", operation.value())
        .param("id", id)
        .param("state", state.word())
        .param("reason", reason)
        .param("source", source, java.sql.Types.OTHER)
        .update();
  }

  /** Notes that it is to be stopped. */
  Taking askToStop(OperationId operation, UUID id) {
    sources.requireWriter(operation);
    int asked =
        jdbc.sql(TakingSql.ASK_TO_STOP)
            .param("operation", operation.value())
            .param("id", id)
            .param("member", currentMember.member().value())
            .update();
    Taking found = get(operation, id);
    if (asked == 0) {
      throw new RefusedException(
          found.isOpen()
              ? "Stopping was asked for before; it takes effect at the next bytes read."
              : "It has ended: there is nothing left to stop.");
    }
    ledger.append(
        Entry.of(operation, Act.DECISION, "taking-stop", "asked that it be stopped").touching(id));
    return found;
  }

  /** What is left, of all operations: what ran first, then as it was asked for. */
  @Transactional(readOnly = true)
  List<Left> left() {
    return jdbc.sql(TakingSql.LEFT)
        .query((row, index) -> {
          UUID agency = row.getObject("agency_id", UUID.class);
          return new Left(
              new OperationId(Columns.uuid(row, "operation_id")),
              Columns.uuid(row, "id"),
              new SignedIn(
                  row.getString("sign_in_name"),
                  row.getString("display_name"),
                  new MemberId(Columns.uuid(row, "member_id")),
                  agency == null ? null : new AgencyId(agency),
                  false));
        })
        .list();
  }

  /** What is left of one operation. */
  @Transactional(readOnly = true)
  List<Left> left(OperationId operation) {
    return left().stream().filter(one -> one.operation().equals(operation)).toList();
  }

  /** Ends what its member may no longer do. */
  void refuseForgone(UUID id) {
    jdbc.sql(TakingSql.REFUSE).param("id", id).query(Boolean.class).single();
  }

  private long count(String statement, OperationId operation) {
    return jdbc.sql(statement).param("operation", operation.value()).query(Long.class).single();
  }
}
