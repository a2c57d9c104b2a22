package dev.cordon.erasure;

import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import dev.cordon.approval.Approval;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The database's part of an order, in the transaction of its approval: when that stands, nobody
 * sees any of it any more. The files follow.
 */
@Component
class OrderErasure {

  private static final int BATCH = 1000;
  private static final int FILES_FROM = 2000;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final Orders orders;
  private final ScopeFinder finder;
  private final ScopeLines lines;
  private final Ledger ledger;
  private final CarryingOut carryingOut;

  OrderErasure(
      JdbcClient jdbc,
      JdbcOperations batches,
      Orders orders,
      ScopeFinder finder,
      ScopeLines lines,
      Ledger ledger,
      CarryingOut carryingOut) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.orders = orders;
    this.finder = finder;
    this.lines = lines;
    this.ledger = ledger;
    this.carryingOut = carryingOut;
  }

  String describe(OperationId operation, OrderId id) {
    ErasureOrder order = entered(operation, id);
    String by =
        " ("
            + order.ordered().authority()
            + ", "
            + order.ordered().reference()
            + ", "
            + order.ordered().on()
            + ")";
    return switch (order.kind()) {
      case ERASURE ->
          "Order "
              + order.number()
              + by
              + ": what is held about one person is destroyed for good:"
              + " records, texts, columns of the database and what opens entries of the ledger. The"
              + " sealed originals stay with these rows hidden from every reader. This can not be"
              + " undone. What it concerns is shown with the order.";
      case RESTRICTION ->
          "Order "
              + order.number()
              + by
              + ": what is held about one person is hidden from every"
              + " reader until another order ends that. What it concerns is shown with the order.";
      case END_OF_RESTRICTION ->
          "Order "
              + order.number()
              + by
              + ": the restriction "
              + order.lifts().orElse("")
              + " ends; what it hid is shown again.";
    };
  }

  void perform(OperationId operation, OrderId id, Approval approval) {
    ErasureOrder order = entered(operation, id);
    if (order.kind() != OrderKind.END_OF_RESTRICTION) {
      keep(operation, order, finder.find(operation, orders.chosen(operation, id)));
    }
    jdbc.sql(ErasureSql.CARRY_OUT).param("order", id.value()).query().singleRow();
    ledger.append(
        Entry.of(operation, Act.ERASURE, what(order.kind()), approval.askReason()).touching(id));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            carryingOut.begin();
          }
        });
  }

  private static String what(OrderKind kind) {
    return switch (kind) {
      case ERASURE -> "person-erasure";
      case RESTRICTION -> "person-restriction";
      case END_OF_RESTRICTION -> "restriction-end";
    };
  }

  private void keep(OperationId operation, ErasureOrder order, Scope scope) {
    OrderId id = order.id();
    batches.batchUpdate(
        ErasureSql.ADD_ROW,
        scope.person().rows(),
        BATCH,
        (statement, row) -> {
          statement.setObject(1, id.value());
          statement.setObject(2, operation.value());
          statement.setObject(3, row.origin().source().value());
          statement.setString(4, row.origin().table());
          statement.setLong(5, row.origin().row());
          statement.setString(6, row.state());
        });
    batches.batchUpdate(
        ErasureSql.ADD_THING,
        scope.things(),
        BATCH,
        (statement, thing) -> {
          statement.setObject(1, id.value());
          statement.setObject(2, operation.value());
          statement.setString(3, thing.kind());
          statement.setString(4, thing.id());
          statement.setLong(5, thing.amount());
        });
    if (order.kind() == OrderKind.RESTRICTION) {
      // A proposal that holds other accounts, too, would show the person's records with theirs.
      List<Scope.Thing> partial =
          scope.things().stream().filter(thing -> thing.kind().equals("partial")).toList();
      keepAs("proposal", id, operation, partial);
    }
    lines.add(operation, id, "happened", FILES_FROM, happened(order.kind(), scope));
  }

  private void keepAs(String kind, OrderId id, OperationId operation, List<Scope.Thing> things) {
    for (Scope.Thing thing : things) {
      batches.update(ErasureSql.ADD_THING, id.value(), operation.value(), kind, thing.id(), 0L);
    }
  }

  private static List<ScopeLine> happened(OrderKind kind, Scope scope) {
    String how = kind == OrderKind.ERASURE ? "destroyed" : "restricted";
    return scope.lines().stream()
        .map(line ->
            switch (line.how()) {
              case "records", "texts" -> ScopeLine.of(line.name(), how, line.amount(), line.note());
              default -> line;
            })
        .filter(line -> !line.how().equals("salts"))
        .toList();
  }

  private ErasureOrder entered(OperationId operation, OrderId id) {
    ErasureOrder order = orders.get(operation, id);
    if (order.state() != ErasureOrder.State.ENTERED) {
      throw new RefusedException("Order " + order.number() + " is carried out already.");
    }
    return order;
  }
}
