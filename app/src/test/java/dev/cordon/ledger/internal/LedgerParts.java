package dev.cordon.ledger.internal;

import dev.cordon.ground.DataDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The ledger's parts without the server around them, for processes that are killed. */
public final class LedgerParts {

  private LedgerParts() {}

  public static LedgerKey key(DataDirectory directory) {
    return new LedgerKey(directory);
  }

  public static Sequencer sequencer(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      DataDirectory directory,
      LedgerKey key) {
    return new Sequencer(jdbc, transactions, directory, key);
  }
}
