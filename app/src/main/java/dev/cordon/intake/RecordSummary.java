package dev.cordon.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was written as the records of one source.
 *
 * @param kinds how many records of each kind, by the name of the data set; texts as "texts"
 * @param reasons why rows were quarantined, by table and reason, with the first rows of each
 * @param digest SHA-256 over the values of all records in their order, as hex: equal records have
 *     equal digests, however they are encrypted and packed
 */
public record RecordSummary(Map<String, Long> kinds, List<Reason> reasons, String digest) {

  /** A reason of quarantine in one table, how often, and the first rows it stands at. */
  public record Reason(String table, String reason, long rows, List<Long> examples) {

    /** Copies the list. */
    public Reason {
      examples = List.copyOf(examples);
    }
  }

  /** Copies the collections. */
  public RecordSummary {
    kinds = java.util.Collections.unmodifiableMap(new TreeMap<>(kinds));
    reasons = List.copyOf(reasons);
  }
}
