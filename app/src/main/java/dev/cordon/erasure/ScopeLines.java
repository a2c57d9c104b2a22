package dev.cordon.erasure;

import dev.cordon.Page;
import dev.cordon.access.OperationId;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The counts kept with an order. */
@Component
class ScopeLines {

  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;

  ScopeLines(JdbcClient jdbc, JdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  private record Placed(int place, ScopeLine line) {}

  /** Keeps lines of a stage, from a place on. */
  void add(OperationId operation, OrderId order, String stage, int from, List<ScopeLine> lines) {
    List<Placed> placed = new ArrayList<>();
    for (ScopeLine line : lines) {
      placed.add(new Placed(from + placed.size(), line));
    }
    batches.batchUpdate(
        ErasureSql.ADD_COUNT,
        placed,
        BATCH,
        (statement, one) -> {
          ScopeLine line = one.line();
          statement.setObject(1, order.value());
          statement.setObject(2, operation.value());
          statement.setString(3, stage);
          statement.setInt(4, one.place());
          statement.setString(5, line.name());
          statement.setObject(6, line.source(), Types.OTHER);
          statement.setString(7, line.sourceTable());
          statement.setString(8, line.state());
          statement.setString(9, line.how());
          statement.setLong(10, line.amount());
          statement.setString(11, line.note());
        });
  }

  /** All lines of an order's stage. */
  List<ScopeLine> of(ErasureOrder order, String stage) {
    List<ScopeLine> all = new ArrayList<>();
    for (int number = 1; ; number++) {
      Page<ScopeLine> page = page(order.operation(), order.id(), stage, number);
      all.addAll(page.rows());
      if (page.rows().isEmpty() || all.size() >= page.total()) {
        return all;
      }
    }
  }

  /** One page of them. */
  Page<ScopeLine> page(OperationId operation, OrderId order, String stage, int page) {
    return new Page<>(
        jdbc.sql(ErasureSql.LINES)
            .param("operation", operation.value())
            .param("order", order.value())
            .param("stage", stage)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(OrderRows::line)
            .list(),
        page,
        jdbc.sql(ErasureSql.COUNT_LINES)
            .param("operation", operation.value())
            .param("order", order.value())
            .param("stage", stage)
            .query(Long.class)
            .single());
  }
}
