package dev.cordon.erasure;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of what an order concerns, or of what happened; counts, never what they say.
 *
 * @param name a table, a kind of record, or what it is in words
 * @param source of rows; null otherwise
 * @param sourceName what its reader may know of it
 * @param sourceTable of rows; null otherwise
 * @param state what became of the rows at intake; null where there are none
 * @param how rows, records, texts, destroyed, emptied, salts, restricted or named
 * @param note more in words; empty for none
 */
public record ScopeLine(
    String name,
    @Nullable UUID source,
    @Nullable String sourceName,
    @Nullable String sourceTable,
    @Nullable String state,
    String how,
    long amount,
    String note) {

  static ScopeLine of(String name, String how, long amount, String note) {
    return new ScopeLine(name, null, null, null, null, how, amount, note);
  }
}
