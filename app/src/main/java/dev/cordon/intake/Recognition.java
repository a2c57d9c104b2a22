package dev.cordon.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was met in a source, and the profile that was found for it.
 *
 * @param table as rows name it
 * @param form sql, csv or json
 * @param list for JSON: the path of the list
 * @param columns its columns, or an element's fields
 * @param profile the name of the profile; null where none fits
 * @param says SHA-256 of what that profile says of such a table, as hex; null where none fits
 */
public record Recognition(
    String table,
    String form,
    @Nullable String list,
    List<String> columns,
    @Nullable String profile,
    @Nullable String says) {

  /** Copies the list. */
  public Recognition {
    columns = List.copyOf(columns);
  }
}
