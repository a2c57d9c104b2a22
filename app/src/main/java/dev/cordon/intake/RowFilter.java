package dev.cordon.intake;

import org.jspecify.annotations.Nullable;

/**
 * Which rows of a source are listed.
 *
 * @param state what became of them; null for all
 * @param table only of this table; blank for all
 * @param reason only for this reason; blank for all
 */
public record RowFilter(RowRecord.@Nullable State state, String table, String reason) {

  boolean isNarrowed() {
    return !table.isBlank() || !reason.isBlank();
  }
}
