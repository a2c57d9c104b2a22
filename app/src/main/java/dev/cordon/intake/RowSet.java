package dev.cordon.intake;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Rows of sources by source, table and number; nothing of what they say. Immutable, so thread-safe.
 * Eight bytes a row.
 */
public final class RowSet {

  /** No row. */
  public static final RowSet NONE = new RowSet(new TreeMap<>());

  private final TreeMap<Table, long[]> tables;

  private RowSet(TreeMap<Table, long[]> tables) {
    this.tables = tables;
  }

  /** A table of a source. */
  private record Table(SourceId source, String name) implements Comparable<Table> {

    @Override
    public int compareTo(Table other) {
      int bySource = source.value().compareTo(other.source.value());
      return bySource == 0 ? name.compareTo(other.name) : bySource;
    }
  }

  /** These rows, each once. */
  public static RowSet of(Collection<Origin> rows) {
    TreeMap<Table, LongStream.Builder> collected = new TreeMap<>();
    for (Origin row : rows) {
      collected
          .computeIfAbsent(new Table(row.source(), row.table()), table -> LongStream.builder())
          .add(row.row());
    }
    TreeMap<Table, long[]> tables = new TreeMap<>();
    collected.forEach(
        (table, numbers) -> tables.put(table, numbers.build().sorted().distinct().toArray()));
    return new RowSet(tables);
  }

  /** The rows of both. */
  public RowSet plus(RowSet other) {
    if (isEmpty()) {
      return other;
    }
    TreeMap<Table, long[]> both = new TreeMap<>(tables);
    other.tables.forEach((table, numbers) -> both.merge(table, numbers, RowSet::together));
    return new RowSet(both);
  }

  private static long[] together(long[] some, long[] others) {
    return LongStream.concat(Arrays.stream(some), Arrays.stream(others))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Whether this row is one of them. */
  public boolean contains(Origin row) {
    long[] numbers = tables.get(new Table(row.source(), row.table()));
    return numbers != null && Arrays.binarySearch(numbers, row.row()) >= 0;
  }

  /** Those of one source. */
  public RowSet of(SourceId source) {
    TreeMap<Table, long[]> its = new TreeMap<>();
    tables.forEach((table, numbers) -> {
      if (table.source().equals(source)) {
        its.put(table, numbers);
      }
    });
    return new RowSet(its);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return tables.isEmpty();
  }

  /** How many there are. */
  public long size() {
    return tables.values().stream().mapToLong(numbers -> numbers.length).sum();
  }

  /** The sources they lie in. */
  public Set<SourceId> sources() {
    return tables.keySet().stream()
        .map(Table::source)
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /** Gives each row, in the order of source, table and number. */
  public void each(Consumer<Origin> row) {
    tables.forEach((table, numbers) -> {
      for (long number : numbers) {
        row.accept(new Origin(table.source(), table.name(), number));
      }
    });
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowSet rows
        && tables.keySet().equals(rows.tables.keySet())
        && tables.entrySet().stream()
            .allMatch(entry -> Arrays.equals(entry.getValue(), rows.tables.get(entry.getKey())));
  }

  @Override
  public int hashCode() {
    return tables.keySet().hashCode();
  }

  @Override
  public String toString() {
    return "RowSet[" + size() + " rows]";
  }
}
