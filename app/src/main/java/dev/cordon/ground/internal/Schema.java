package dev.cordon.ground.internal;

import dev.cordon.CordonException;
import dev.cordon.ground.DatabaseAddress;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema to this program's version, as its owner. */
public final class Schema {

  private Schema() {}

  /** Applies the migrations that are missing; refuses a database of a later version. */
  public static void migrate(DatabaseAddress address) {
    try {
      Flyway.configure()
          .dataSource(address.url(), DatabaseAddress.OWNER, address.ownerPassword())
          .locations("classpath:db/migration")
          .schemas("migration")
          .createSchemas(true)
          .validateMigrationNaming(true)
          .ignoreMigrationPatterns(new String[0])
          .load()
          .migrate();
    } catch (FlywayException failed) {
      throw new CordonException(
          "can not bring the database at " + address.url() + " to this version: " + reason(failed),
          failed);
    }
  }

  /** The innermost cause in one line: Flyway's own message is a page. */
  private static String reason(Throwable failure) {
    Throwable inner = failure;
    Throwable next = inner.getCause();
    while (next != null) {
      inner = next;
      next = inner.getCause();
    }
    return String.valueOf(inner.getMessage()).strip().replaceAll("\\s+", " ");
  }
}
