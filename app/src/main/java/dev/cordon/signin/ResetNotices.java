package dev.cordon.signin;

import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the member asking is told of resets of its own sign-in, until it says that it knows. */
@Service
public class ResetNotices {

  private final JdbcClient jdbc;
  private final Ledger ledger;

  ResetNotices(JdbcClient jdbc, Ledger ledger) {
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  /** The resets the member has not acknowledged. */
  @Transactional(readOnly = true)
  public List<FactorReset> untold() {
    return jdbc.sql(FactorResetSql.UNTOLD).query(FactorResetRows::reset).list();
  }

  boolean hasUntold() {
    return !untold().isEmpty();
  }

  /** The member knows of them. */
  @Transactional
  public void acknowledge() {
    List<UUID> known = untold().stream().map(FactorReset::id).toList();
    if (known.isEmpty()) {
      return;
    }
    jdbc.sql(FactorResetSql.KNOWN).query((row, number) -> number).list();
    ledger.append(
        Entry.ofInstallation(Act.CONSULTATION, "sign-in-reset-notice", "read by the member")
            .touching(known));
  }
}
