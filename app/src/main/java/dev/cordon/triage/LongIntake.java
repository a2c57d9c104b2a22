package dev.cordon.triage;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Prepares the transaction that takes in what may be millions of rows. The database keeps a plan of
 * each statement, of checks of foreign keys and of functions, for as long as a connection lives and
 * until statistics change, which they do not within a transaction: a plan made while a table was
 * small reads it from end to end for each row. From here to the end of the transaction plans are
 * made anew, and by indexes. Safe for use by several threads.
 */
@Component
class LongIntake {

  private final JdbcClient jdbc;

  LongIntake(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** To be called once within the transaction, before its first row. */
  void begin() {
    jdbc.sql("set local enable_seqscan = off").update();
    jdbc.sql("discard plans").update();
  }
}
