package dev.cordon.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Two runs beside each other: two sources, or two editions of one. Only what both reports and their
 * counts say; lines whose two values are equal are kept and not marked.
 *
 * @param facts what the two are
 * @param balances rows in, stored, quarantined, duplicates: in all and by table
 * @param reasons rows in quarantine by reason
 * @param kinds records by kind
 * @param times rows by what is wrong with their time
 * @param days days whose rows differ, by kind
 * @param equalDays how many days have as many rows on both sides
 */
public record SourceComparison(
    List<Fact> facts,
    List<Line> balances,
    List<Line> reasons,
    List<Line> kinds,
    List<Line> times,
    List<Line> days,
    long equalDays) {

  /** One of the two. */
  public record Side(SourceReport report, SourceCounts counts) {}

  /** A property as both have it. */
  public record Fact(String name, String left, String right) {

    /** Whether they differ. */
    public boolean differs() {
      return !left.equals(right);
    }
  }

  /** A count as both have it. */
  public record Line(String name, long left, long right) {

    /** Right less left. */
    public long difference() {
      return right - left;
    }

    /** Whether they differ. */
    public boolean differs() {
      return left != right;
    }
  }

  /** Copies the lists. */
  public SourceComparison {
    facts = List.copyOf(facts);
    balances = List.copyOf(balances);
    reasons = List.copyOf(reasons);
    kinds = List.copyOf(kinds);
    times = List.copyOf(times);
    days = List.copyOf(days);
  }

  /** Compares two. */
  public static SourceComparison of(Side left, Side right) {
    List<Line> days = lines(days(left), days(right));
    return new SourceComparison(
        facts(left.report(), right.report()),
        lines(balances(left.report()), balances(right.report())),
        lines(reasons(left), reasons(right)),
        lines(left.counts().kinds(), right.counts().kinds()),
        lines(times(left), times(right)),
        days.stream().filter(Line::differs).toList(),
        days.stream().filter(line -> !line.differs()).count());
  }

  private static List<Fact> facts(SourceReport left, SourceReport right) {
    List<Fact> facts = new ArrayList<>();
    Map<String, Function<SourceReport, String>> properties = new LinkedHashMap<>();
    properties.put("SHA-256", SourceReport::sha256);
    properties.put("Size in bytes", report -> Long.toString(report.sizeBytes()));
    properties.put("What it is", SourceReport::form);
    properties.put("System", SourceReport::system);
    properties.put("Places with media", report -> Long.toString(report.mediaFound()));
    properties.put("Damaged", report -> report.isDamaged() ? "yes" : "no");
    properties.forEach(
        (name, value) -> facts.add(new Fact(name, value.apply(left), value.apply(right))));
    return facts;
  }

  private static Map<String, Long> balances(SourceReport report) {
    Map<String, Long> all = new LinkedHashMap<>();
    report.balances().forEach(balance -> add(all, "all tables", balance));
    report.balances().forEach(balance -> add(all, table(report, balance), balance));
    return all;
  }

  /** The table's name without the file's, so that two files with the same tables meet. */
  private static String table(SourceReport report, Balance balance) {
    String inside = report.name() + "/";
    return balance.name().startsWith(inside)
        ? balance.name().substring(inside.length())
        : balance.name().equals(report.name()) ? "the file" : balance.name();
  }

  private static void add(Map<String, Long> all, String name, Balance balance) {
    all.merge(name + ": rows in", balance.rowsIn(), Long::sum);
    all.merge(name + ": stored", balance.stored(), Long::sum);
    all.merge(name + ": quarantined", balance.quarantined(), Long::sum);
    all.merge(name + ": duplicates", balance.duplicates(), Long::sum);
  }

  private static Map<String, Long> reasons(Side side) {
    Map<String, Long> all = new TreeMap<>();
    side.counts().reasons().forEach(one -> all.merge(one.reason(), one.rows(), Long::sum));
    return all;
  }

  private static Map<String, Long> times(Side side) {
    Map<String, Long> all = new TreeMap<>();
    side.counts()
        .times()
        .forEach(one ->
            all.merge(
                one.kind() + ": " + (one.flag().isEmpty() ? "no flag" : one.flag()),
                one.rows(),
                Long::sum));
    return all;
  }

  private static Map<String, Long> days(Side side) {
    Map<String, Long> all = new TreeMap<>();
    for (SourceCounts.Day one : side.counts().days()) {
      LocalDate day = one.day();
      all.merge(one.kind() + ": " + day, one.rows(), Long::sum);
    }
    return all;
  }

  private static List<Line> lines(Map<String, Long> left, Map<String, Long> right) {
    Map<String, Line> lines = new LinkedHashMap<>();
    left.forEach(
        (name, value) -> lines.put(name, new Line(name, value, right.getOrDefault(name, 0L))));
    right.forEach((name, value) -> lines.putIfAbsent(name, new Line(name, 0, value)));
    return List.copyOf(lines.values());
  }
}
