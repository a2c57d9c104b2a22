package dev.cordon.formats.dumps;

import dev.cordon.formats.Position;
import java.util.List;

/** Receives what a dump holds, in its order. Calls come from the parsing thread. */
public interface DumpHandler {

  /** A table is declared (CREATE TABLE). */
  void table(DumpTable table);

  /**
   * A table told before has a primary key, said by a later ALTER TABLE: pg_dump and phpMyAdmin
   * write it behind the rows.
   */
  default void keyed(DumpTable table) {}

  /** A row; the view is valid during the call only. */
  void row(DumpRow row);

  /** A row that cannot be read; the columns are those of the INSERT it stands in. */
  void broken(String table, List<String> columns, Position position, String reason);
}
