package dev.cordon.ledger.internal;

import dev.cordon.Columns;
import dev.cordon.kernel.merkle.Hash;
import dev.cordon.kernel.merkle.LogReader;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the database with the ledger's files, entry by entry. Memory does not grow with either.
 */
public final class DatabaseLinks {

  private static final int BATCH = 1_024;
  private static final int BUNDLE = 256;

  private static final String LINKS =
      """
      select place, id, operation_id, act, what, at, record_count, body, leaf_hash
      from cordon.ledger_links(:from, :atMost)
      """;

  private static final String CHECKPOINTS =
      """
      select size, root from cordon.ledger_checkpoint
      """;

  private static final String UNOPENED =
      """
      select cordon.ledger_unopened()
      """;

  private final JdbcClient jdbc;
  private final LogReader log;

  /** Between a database and a log's files. */
  public DatabaseLinks(JdbcClient jdbc, LogReader log) {
    this.jdbc = jdbc;
    this.log = log;
  }

  private record Link(
      long place,
      UUID id,
      @Nullable UUID operation,
      String act,
      String what,
      Instant at,
      int count,
      byte[] body,
      byte[] leafHash) {

    /** The line the leaf must have, or nothing where all of them are there. */
    @Nullable String missingLine(List<String> lines) {
      for (String line :
          List.of(
              "id " + id,
              "at " + at,
              "operation " + (operation == null ? "-" : operation.toString()),
              "act " + act,
              "what " + what)) {
        if (!lines.contains(line)) {
          return line;
        }
      }
      boolean counted = lines.stream().anyMatch(line -> line.startsWith("records " + count + " "));
      return counted ? null : "records " + count;
    }
  }

  /** The roots the database says the log had. */
  public Map<Long, Hash> checkpoints() {
    Map<Long, Hash> roots = new HashMap<>();
    jdbc.sql(CHECKPOINTS)
        .query((row, number) -> roots.put(row.getLong("size"), Hash.of(row.getBytes("root"))))
        .list();
    return roots;
  }

  /**
   * Compares every entry that has a place with the files.
   *
   * @param size how many entries the files hold
   * @return what is wrong first, with its place; null when nothing is
   */
  public @Nullable String firstFault(long size) {
    long place = 0;
    List<Optional<Link>> links = links(place);
    Iterator<byte[]> leaves = List.<byte[]>of().iterator();
    while (!links.isEmpty()) {
      for (Optional<Link> one : links) {
        if (one.isEmpty()) {
          return "the database gives place " + place + " to an entry it does not hold";
        }
        Link link = one.get();
        if (link.place() != place) {
          return "place " + place + " is missing in the database, the next is " + link.place();
        }
        if (place < size && place % BUNDLE == 0) {
          leaves = log.entries(place / BUNDLE, size).iterator();
        }
        String fault = fault(link, place < size ? leaves.next() : link.body());
        if (fault != null) {
          return "entry " + place + " (" + link.id() + "): " + fault;
        }
        place++;
      }
      links = links(place);
    }
    return place < size
        ? "the files hold " + size + " entries, the database only " + place + " with a place"
        : null;
  }

  /** How many entries have nothing that opens them, though both are written together. */
  public long unopened() {
    return jdbc.sql(UNOPENED).query(Long.class).single();
  }

  private static @Nullable String fault(Link link, byte[] leaf) {
    if (!Arrays.equals(link.body(), leaf)) {
      return "the database has other bytes than the files";
    }
    if (!Hash.ofLeaf(link.body()).equals(Hash.of(link.leafHash()))) {
      return "its hash in the database is not that of its bytes";
    }
    String missing =
        link.missingLine(new String(link.body(), StandardCharsets.UTF_8).lines().toList());
    return missing == null
        ? null
        : "the columns say '" + missing + "', which its signed bytes do not";
  }

  private List<Optional<Link>> links(long from) {
    return jdbc.sql(LINKS)
        .param("from", from)
        .param("atMost", BATCH)
        .query(DatabaseLinks::link)
        .list();
  }

  /** The entry at a place; empty where the place is there and its entry is not. */
  private static Optional<Link> link(ResultSet row, int number) throws SQLException {
    if (row.getBytes("body") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Link(
            row.getLong("place"),
            Columns.uuid(row, "id"),
            row.getObject("operation_id", UUID.class),
            row.getString("act"),
            row.getString("what"),
            Columns.instant(row, "at"),
            row.getInt("record_count"),
            row.getBytes("body"),
            row.getBytes("leaf_hash")));
  }
}
