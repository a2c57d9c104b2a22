package dev.cordon.erasure;

import static org.awaitility.Awaitility.await;

import dev.cordon.DatabaseTest;
import dev.cordon.TestGround;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.approval.ApprovalId;
import dev.cordon.approval.Approvals;
import dev.cordon.ground.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** An operation with a data-protection officer, whose orders are carried out to their end. */
abstract class ErasureGround extends DatabaseTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @Autowired protected Approvals approvals;
  @Autowired protected Orders orders;

  protected SignedIn guardian;

  @BeforeEach
  void guardianOfTheLead() {
    guardian = member(lead, operation, Role.DATA_PROTECTION_OFFICER);
  }

  protected ErasureOrder entered(OrderKind kind, Chosen chosen) {
    return get(guardian, () -> orders.enter(operation, kind, ordered(), chosen));
  }

  protected static Ordered ordered() {
    return new Ordered(
        "Court of Example",
        "Order 77",
        LocalDate.of(2026, 3, 1),
        "Directive (EU) 2016/680 Art. 16");
  }

  /** Asked for, approved, and carried out to its end. */
  protected ErasureOrder carriedOut(ErasureOrder order) {
    approve(order);
    await().atMost(LONG).until(() -> state(order) == ErasureOrder.State.DONE);
    return get(guardian, () -> orders.get(operation, order.id()));
  }

  protected void approve(ErasureOrder order) {
    ApprovalId approval =
        get(guardian, () -> orders.ask(operation, order.id(), "the order stands"));
    as(coordinator, () -> approvals.approve(operation, approval, "read it"));
  }

  protected ErasureOrder.State state(ErasureOrder order) {
    return get(guardian, () -> orders.get(operation, order.id())).state();
  }

  /** Every column of every table of the operation that holds the text, as table.column. */
  protected List<String> holding(String text) throws SQLException {
    DatabaseAddress address = TestGround.ground().address();
    List<String> found = new ArrayList<>();
    try (Connection owner =
        DriverManager.getConnection(
            address.url(), DatabaseAddress.OWNER, address.ownerPassword())) {
      owner.setAutoCommit(false);
      try (PreparedStatement count =
          owner.prepareStatement("select set_config('cordon.counting', ?, true)")) {
        count.setString(1, operation.toString());
        count.execute();
      }
      for (String[] column : columns(owner)) {
        String sql =
            "select count(*) from cordon.%s t where t.operation_id = ? and position(lower(?) in lower(%s)) > 0"
                .formatted(column[0], words(column));
        try (PreparedStatement look = owner.prepareStatement(sql)) {
          look.setObject(1, operation.value());
          look.setString(2, text);
          try (ResultSet held = look.executeQuery()) {
            held.next();
            if (held.getLong(1) > 0) {
              found.add(column[0] + "." + column[1]);
            }
          }
        }
      }
      owner.rollback();
    }
    return found;
  }

  private static String words(String[] column) {
    return column[2].equals("bytea")
        ? "encode(t." + column[1] + ", 'escape')"
        : "t." + column[1] + "::text";
  }

  private static List<String[]> columns(Connection owner) throws SQLException {
    List<String[]> columns = new ArrayList<>();
    try (PreparedStatement all =
            owner.prepareStatement(
                """
                select c.relname, a.attname, a.atttypid::regtype::text from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relnamespace = 'cordon'::regnamespace and c.relkind in ('r', 'p')
                  and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'operation_id')
                """);
        ResultSet row = all.executeQuery()) {
      while (row.next()) {
        columns.add(new String[] {row.getString(1), row.getString(2), row.getString(3)});
      }
    }
    return columns;
  }

  protected static <T> T with(SignedIn member, Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    CurrentMember.as(member, () -> result.set(work.get()));
    return result.get();
  }
}
