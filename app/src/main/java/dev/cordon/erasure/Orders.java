package dev.cordon.erasure;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.approval.ActKind;
import dev.cordon.approval.ApprovalId;
import dev.cordon.approval.Approvals;
import dev.cordon.approval.Request;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders to erase or restrict what is held about a person. Entered by the data-protection officer,
 * who sees what it concerns in counts; asked for and approved by two persons; then carried out.
 */
@Service
@Transactional
public class Orders {

  private final JdbcClient jdbc;
  private final Access access;
  private final Approvals approvals;
  private final Ledger ledger;
  private final ScopeFinder finder;
  private final ScopeLines lines;
  private final ChosenSeal seal;

  Orders(
      JdbcClient jdbc,
      Access access,
      Approvals approvals,
      Ledger ledger,
      ScopeFinder finder,
      ScopeLines lines,
      ChosenSeal seal) {
    this.jdbc = jdbc;
    this.access = access;
    this.approvals = approvals;
    this.ledger = ledger;
    this.finder = finder;
    this.lines = lines;
    this.seal = seal;
  }

  /**
   * Enters an order and finds what it concerns. Nothing happens to anything yet.
   *
   * @throws RefusedException when nothing is held of whom it names
   */
  public ErasureOrder enter(OperationId operation, OrderKind kind, Ordered ordered, Chosen chosen) {
    access.require(operation, Area.LEDGER, Right.ERASE);
    requireFit(kind, chosen);
    ErasureOrder lifted =
        kind == OrderKind.END_OF_RESTRICTION ? endable(operation, chosen.value()) : null;
    List<ScopeLine> concerned =
        lifted == null ? shown(operation, chosen) : lines.of(lifted, "shown");
    OrderId id = OrderId.random();
    jdbc.sql(ErasureSql.ENTER)
        .param("id", id.value())
        .param("operation", operation.value())
        .param("number", number(operation))
        .param("kind", kind.text())
        .param("authority", ordered.authority())
        .param("reference", ordered.reference())
        .param("on", ordered.on())
        .param("basis", ordered.legalBasis())
        .param("by", chosen.by().text())
        .param("chosen", lifted == null ? seal.seal(operation, id, chosen.value()) : null)
        .param("lifts", lifted == null ? null : lifted.id().value())
        .update();
    lines.add(operation, id, "shown", 0, concerned);
    ledger.append(
        Entry.of(
                operation,
                Act.DECISION,
                "erasure-order",
                kind.words() + ", " + ordered.authority() + ", " + ordered.reference())
            .touching(id));
    return get(operation, id);
  }

  private static void requireFit(OrderKind kind, Chosen chosen) {
    if ((kind == OrderKind.END_OF_RESTRICTION) != (chosen.by() == Chosen.By.ORDER)) {
      throw new RefusedException(
          "The end of a restriction names the order that restricted, as E-0001; erasure and"
              + " restriction name a person.");
    }
  }

  private ErasureOrder endable(OperationId operation, String number) {
    ErasureOrder found =
        jdbc.sql(ErasureSql.FIND_NUMBERED)
            .param("operation", operation.value())
            .param("number", number)
            .query((row, index) -> OrderRows.order(row))
            .optional()
            .orElseThrow(() -> new RefusedException("There is no order " + number + " here."));
    if (found.kind() != OrderKind.RESTRICTION
        || found.state() == ErasureOrder.State.ENTERED
        || found.liftedAt().isPresent()) {
      throw new RefusedException(number + " restricts nothing that could be ended.");
    }
    return found;
  }

  private List<ScopeLine> shown(OperationId operation, Chosen chosen) {
    Scope scope = finder.find(operation, chosen);
    if (scope.isEmpty()) {
      throw new RefusedException(
          "Nothing is held here of whom the order names; no order was entered. Check how it is"
              + " written, or name the person in another way.");
    }
    return scope.lines();
  }

  private String number(OperationId operation) {
    return jdbc.sql(ErasureSql.NEXT_NUMBER)
        .param("operation", operation.value())
        .query(String.class)
        .single();
  }

  /** Asks for its approval. */
  public ApprovalId ask(OperationId operation, OrderId id, String reason) {
    ErasureOrder order = get(operation, id);
    return approvals.ask(operation, ActKind.ERASURE, order.target(), reason);
  }

  /** The latest request to approve it. */
  @Transactional(readOnly = true)
  public Optional<Request> request(OperationId operation, OrderId id) {
    return approvals.latest(operation, ActKind.ERASURE, ErasureOrder.target(id));
  }

  /** One order. */
  @Transactional(readOnly = true)
  public ErasureOrder get(OperationId operation, OrderId id) {
    requireReader(operation);
    return jdbc.sql(ErasureSql.FIND_ORDER)
        .param("operation", operation.value())
        .param("order", id.value())
        .query((row, index) -> OrderRows.order(row))
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /** One page of the orders, newest first. */
  @Transactional(readOnly = true)
  public Page<ErasureOrder> page(OperationId operation, int page) {
    requireReader(operation);
    return new Page<>(
        jdbc.sql(ErasureSql.PAGE)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, index) -> OrderRows.order(row))
            .list(),
        page,
        jdbc.sql(ErasureSql.COUNT)
            .param("operation", operation.value())
            .query(Long.class)
            .single());
  }

  /**
   * One page of what an order concerns.
   *
   * @param happened what happened; otherwise what was shown before
   */
  @Transactional(readOnly = true)
  public Page<ScopeLine> lines(OperationId operation, OrderId id, boolean happened, int page) {
    requireReader(operation);
    return lines.page(operation, id, happened ? "happened" : "shown", page);
  }

  /** Whom an order concerns, while that is kept. */
  Chosen chosen(OperationId operation, OrderId id) {
    record Sealed(String by, byte @Nullable [] value) {}
    Sealed sealed =
        jdbc.sql(ErasureSql.CHOSEN)
            .param("operation", operation.value())
            .param("order", id.value())
            .query((row, index) -> new Sealed(row.getString("chosen_by"), row.getBytes("chosen")))
            .optional()
            .orElseThrow(NotPermittedException::new);
    byte[] value = sealed.value();
    if (value == null) {
      throw new RefusedException("The order is carried out; whom it concerned is not kept.");
    }
    return new Chosen(Chosen.By.of(sealed.by()), seal.open(operation, id, value));
  }

  private void requireReader(OperationId operation) {
    access.require(operation, Area.DATA_PROTECTION, Right.READ);
  }
}
