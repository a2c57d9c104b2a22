package dev.cordon.formats.dumps;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names tables as the handler is told them: the first database's by their bare name, those of each
 * further database as {@code database.table}; PostgreSQL's schemas other than public are part of
 * the name.
 */
final class TableNames {

  private static final String PUBLIC = "public";

  private final SqlSettings settings;
  private @Nullable String database;
  private @Nullable String first;

  TableNames(SqlSettings settings) {
    this.settings = settings;
  }

  /** The dump goes on in this database. */
  void use(String name) {
    if (first == null) {
      first = name;
    }
    database = name;
  }

  /** The name of a table written in these parts. */
  String of(List<String> parts) {
    String name = parts.getLast();
    int count = parts.size();
    return switch (settings.dialect()) {
      case MYSQL -> {
        if (count > 1 && first == null) {
          first = parts.get(count - 2);
          database = first;
        }
        yield prefix(count > 1 ? parts.get(count - 2) : database) + name;
      }
      case POSTGRESQL -> {
        String schema = count > 1 ? parts.get(count - 2) : settings.searchPath();
        boolean isPublic = schema == null || schema.equals(PUBLIC);
        yield prefix(database) + (isPublic ? "" : schema + ".") + name;
      }
      case SQLITE -> name;
    };
  }

  private String prefix(@Nullable String owner) {
    return owner == null || owner.equals(first) ? "" : owner + ".";
  }
}
