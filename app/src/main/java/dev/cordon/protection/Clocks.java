package dev.cordon.protection;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import dev.cordon.resolution.Category;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** After how many months persons of each category are looked at again in an operation. */
@Service
@Transactional
public class Clocks {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  Clocks(JdbcClient jdbc, Access access, CurrentMember currentMember, Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /** The clock of each category. */
  @Transactional(readOnly = true)
  public List<Clock> of(OperationId operation) {
    access.require(operation, Area.DATA_PROTECTION, Right.READ);
    return jdbc.sql(ProtectionSql.CLOCKS)
        .param("operation", operation.value())
        .query((row, number) -> {
          String regime = row.getString("regime");
          return new Clock(
              Category.of(row.getString("category")),
              row.getInt("months"),
              regime == null ? "Cordon's own value, until the controller sets one" : regime,
              regime != null);
        })
        .list();
  }

  /**
   * Sets a clock; the earlier ones stay on record.
   *
   * @param months 1 to 120
   * @param regime the rule of law it follows
   */
  public void set(
      OperationId operation, Category category, int months, String regime, String reason) {
    access.require(operation, Area.DATA_PROTECTION, Right.WRITE);
    jdbc.sql(ProtectionSql.ADD_CLOCK)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("category", category.text())
        .param("months", months)
        .param("regime", regime.strip())
        .param("reason", reason.strip())
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(
            operation,
            Act.DECISION,
            "retention-clock",
            category.text() + ", " + months + " months: " + reason.strip()));
  }
}
