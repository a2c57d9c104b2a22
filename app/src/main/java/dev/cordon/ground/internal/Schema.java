package dev.cordon.ground.internal;

import dev.cordon.CordonException;
import dev.cordon.ground.DatabaseAddress;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** Brings the schema to this program's version, as its owner. */
public final class Schema {

  private Schema() {}

  /** Where the migrations of this release lie. */
  static final String OWN = "classpath:db/migration";

  /**
   * What a database lacks.
   *
   * @param from its last migration; empty when it has none yet
   * @param to the last one of this release
   * @param steps how many are missing
   */
  public record Pending(Optional<String> from, String to, int steps) {

    /** Whether a database in use is to be changed. */
    public boolean isUpgrade() {
      return from.isPresent() && steps > 0;
    }
  }

  /** What the database at that address lacks. */
  public static Pending pending(DatabaseAddress address) {
    try {
      MigrationInfoService found = flyway(address, OWN).info();
      MigrationInfo[] missing = found.pending();
      return new Pending(
          Optional.ofNullable(found.current()).map(current -> current.getVersion().toString()),
          missing.length == 0 ? "" : missing[missing.length - 1].getVersion().toString(),
          missing.length);
    } catch (FlywayException failed) {
      throw refused(address, failed);
    }
  }

  /**
   * Applies the migrations that are missing, all or none; refuses a database of a later version.
   */
  public static void migrate(DatabaseAddress address) {
    migrate(address, OWN);
  }

  static void migrate(DatabaseAddress address, String... locations) {
    try {
      flyway(address, locations).migrate();
    } catch (FlywayException failed) {
      throw refused(address, failed);
    }
  }

  private static Flyway flyway(DatabaseAddress address, String... locations) {
    return Flyway.configure()
        .dataSource(address.url(), DatabaseAddress.OWNER, address.ownerPassword())
        .locations(locations)
        .schemas("migration")
        .createSchemas(true)
        .validateMigrationNaming(true)
        .ignoreMigrationPatterns(new String[0])
        // One transaction: a step that fails leaves the database as the earlier release knows it.
        .group(true)
        .load();
  }

  private static CordonException refused(DatabaseAddress address, FlywayException failed) {
    return new CordonException(
        "can not bring the database at "
            + address.url()
            + " to this version: "
            + reason(failed)
            + ". Nothing in it was changed: the release that last used it starts with it.",
        failed);
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
