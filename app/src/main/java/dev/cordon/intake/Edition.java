package dev.cordon.intake;

import dev.cordon.access.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The records of a source as one reading of it gave them: number, cause, the rules in force, and
 * what came of it. It stays as a report when its records were replaced.
 *
 * @param number from 1 for each source, one more with each retaking
 */
public record Edition(
    int number, Cause cause, Rules rules, SourceReport report, RecordSummary records, Order order) {

  /**
   * When, by whom and why the source was read.
   *
   * @param by the member; null for a run on files of one's own
   */
  public record Cause(Instant at, @Nullable MemberId by, String reason) {}

  /**
   * The rules the source was read by.
   *
   * @param profiles the profiles in force
   * @param zone the zone of times without offset; null where it is not known
   * @param facts SHA-256 of what the investigators knew, as hex
   * @param normaliser the version of the rules of selectors
   */
  public record Rules(
      List<UsedProfile> profiles, @Nullable String zone, String facts, int normaliser) {

    /** Copies the list. */
    public Rules {
      profiles = List.copyOf(profiles);
    }

    /** The same with another version of the rules of selectors. */
    Rules with(int newNormaliser) {
      return new Rules(profiles, zone, facts, newNormaliser);
    }
  }

  /** A profile in force: its name, and the SHA-256 of what it says, as hex. */
  public record UsedProfile(String name, String sha256) {}

  /**
   * What decided which of two equal rows is the duplicate: the first taken counts.
   *
   * @param place the place of the source among the operation's, in the order of their first taking;
   *     0 for those taken before places were noted, which are ordered by their ids
   * @param groups for each group of rows that may repeat each other from file to file: a digest of
   *     the keys this source holds
   * @param against for each such group: a digest of the keys of the sources before it
   */
  public record Order(long place, Map<String, String> groups, Map<String, String> against) {

    /** Copies the maps. */
    public Order {
      groups = java.util.Collections.unmodifiableMap(new TreeMap<>(groups));
      against = java.util.Collections.unmodifiableMap(new TreeMap<>(against));
    }
  }

  /** The first edition of a source whose reading was not noted: its report is all that is known. */
  static Edition ofBefore(SourceReport report) {
    return new Edition(
        1,
        new Cause(Instant.EPOCH, null, "taken in"),
        new Rules(List.of(), null, "", 0),
        report,
        new RecordSummary(Map.of(), List.of(), ""),
        new Order(0, Map.of(), Map.of()));
  }

  /** Whether how it was read is known. */
  boolean isNoted() {
    return !rules.facts().isEmpty();
  }

  /** Of which source. */
  public SourceId source() {
    return report.id();
  }

  /** The balances. */
  public List<Balance> balances() {
    return report.balances();
  }

  /** SHA-256 over the values of the records, as hex. */
  public String digest() {
    return records.digest();
  }
}
