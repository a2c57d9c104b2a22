package dev.cordon.bench.attribution;

import dev.cordon.reference.AddressTable;
import dev.cordon.reference.AddressTableReader;
import dev.cordon.reference.AddressTableReader.Family;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks addresses up with their day, on all cores, in a table exported by the location database,
 * made dated: every range holds in two periods. Each thread draws its own addresses; half of the
 * look-ups are IPv6, drawn near the table's own ranges. The same IPv4 addresses then go through
 * DuckDB's ordered join; both must find the same number.
 */
public final class AddressBench {

  private static final int DAYS = 3000;
  private static final int FIRST_DAY = 18_000;

  private AddressBench() {}

  /** The export of IPv4, the export of IPv6 (codes of countries only), look-ups in millions. */
  public static void main(String[] arguments) throws Exception {
    Path fours = Path.of(arguments[0]);
    Path sixes = Path.of(arguments[1]);
    long lookups = Long.parseLong(arguments[2]) * 1_000_000;
    long start = System.nanoTime();
    AddressTable table = table(dated(fours) + withoutHeading(dated(sixes)));
    System.out.printf("%d ranges read in %.1f s%n", table.size(), seconds(start));
    System.out.printf("memory %d MB%n", used() >> 20);
    long[] networks = networks(sixes);
    for (int round = 0; round < 3; round++) {
      measure(table, networks, lookups);
    }
    duckdb(fours, table, lookups / 2);
  }

  private static void measure(AddressTable table, long[] networks, long lookups) {
    int threads = Runtime.getRuntime().availableProcessors();
    long start = System.nanoTime();
    long found =
        IntStream.range(0, threads)
            .parallel()
            .mapToLong(thread -> found(table, networks, thread, lookups / threads))
            .sum();
    double seconds = seconds(start);
    System.out.printf(
        "%d look-ups on %d cores: %.2f s, %.1f million/s, found %d%n",
        lookups, threads, seconds, lookups / seconds / 1e6, found);
  }

  private static long found(AddressTable table, long[] networks, int seed, long lookups) {
    long random = 88172645463325252L + seed;
    long found = 0;
    for (long index = 0; index < lookups; index += 2) {
      random ^= random << 13;
      random ^= random >>> 7;
      random ^= random << 17;
      int day = FIRST_DAY + (int) ((random >>> 33) % DAYS);
      found += table.four((int) random, day) >= 0 ? 1 : 0;
      long high = networks[(int) ((random >>> 5) % networks.length)] + (random >>> 50);
      found += table.six(high, random, day) >= 0 ? 1 : 0;
    }
    return found;
  }

  private static long[] networks(Path sixes) throws IOException {
    List<String> lines = Files.readAllLines(sixes);
    return lines.stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .mapToLong(line -> {
          try {
            byte[] bytes =
                java.net.InetAddress.ofLiteral(line.substring(0, line.indexOf(','))).getAddress();
            return java.nio.ByteBuffer.wrap(bytes).getLong();
          } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(wrong);
          }
        })
        .toArray();
  }

  private static String dated(Path export) throws IOException {
    StringBuilder text =
        new StringBuilder("range_start,range_end,country,kind,valid_from,valid_until\n");
    for (String line : Files.readAllLines(export)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        text.append(line).append(",unknown,,2022-12-31\n");
        text.append(line).append(",unknown,2023-01-01,\n");
      }
    }
    return text.toString();
  }

  private static String withoutHeading(String table) {
    return table.substring(table.indexOf('\n') + 1);
  }

  private static AddressTable table(String text) throws IOException {
    try (InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      return AddressTableReader.read("export", in, Family.ANY);
    }
  }

  /** The same addresses without days: an ordered join knows one order only. */
  private static void duckdb(Path fours, AddressTable table, long lookups) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE ranges AS SELECT column0::BIGINT AS first, column1::BIGINT AS last, column2 AS"
              + " country FROM read_csv('"
              + fours
              + "', header = false, comment = '#') ORDER BY first");
      statement.execute(
          "CREATE TABLE used AS SELECT (hash(range) % 4294967296)::BIGINT AS address FROM range("
              + lookups
              + ")");
      long start = System.nanoTime();
      long joined;
      try (ResultSet row =
          statement.executeQuery(
              "SELECT count(*) FROM used u ASOF JOIN ranges r ON u.address >= r.first WHERE u.address"
                  + " <= r.last")) {
        row.next();
        joined = row.getLong(1);
      }
      double seconds = seconds(start);
      System.out.printf(
          "DuckDB ASOF JOIN, %d addresses of IPv4: %.2f s, %.1f million/s, found %d%n",
          lookups, seconds, lookups / seconds / 1e6, joined);
      check(statement, table);
    }
  }

  /** The first addresses one by one: both must agree. */
  private static void check(Statement statement, AddressTable table) throws SQLException {
    int checked = 0;
    try (ResultSet row =
        statement.executeQuery(
            "SELECT u.address, CASE WHEN u.address <= r.last THEN r.country END FROM (FROM used LIMIT"
                + " 200000) u ASOF LEFT JOIN ranges r ON u.address >= r.first")) {
      while (row.next()) {
        int range = table.four((int) row.getLong(1), FIRST_DAY);
        String expected = row.getString(2);
        String answer = range < 0 ? null : table.countryOfFour(range);
        boolean same =
            expected == null ? answer == null : expected.replace("??", "ZZ").equals(answer);
        if (!same && !("EU".equals(expected) && "ZZ".equals(answer))) {
          throw new IllegalStateException(
              row.getLong(1)
                  + " is in "
                  + expected
                  + " for one and in "
                  + answer
                  + " for the other");
        }
        checked++;
      }
    }
    System.out.printf("%d answers compared, all the same%n", checked);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
