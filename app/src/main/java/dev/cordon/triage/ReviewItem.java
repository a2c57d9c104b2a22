package dev.cordon.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item in the victim-identification queue.
 *
 * @param agencies how many agencies the reader may see hold it
 * @param exhibits on how many exhibits it lies, of those the reader may see
 * @param known whether a list has it
 * @param order the written rules that hold for it, the first deciding first
 * @param lists which lists and categories, each with its national profile
 * @param marks what it carries, as marks say it; none is a finding
 * @param signals reasons members added to it
 * @param undecoded why nothing could be decoded; null where something was, or nobody tried
 * @param hit whether an inquiry found that another agency holds it
 * @param place where it stands in the order, to go on behind it
 */
public record ReviewItem(
    UUID id,
    String sha256,
    String country,
    long sizeBytes,
    @Nullable String mimeType,
    long agencies,
    long exhibits,
    boolean known,
    List<String> order,
    List<String> lists,
    List<String> marks,
    List<String> signals,
    @Nullable String undecoded,
    boolean hit,
    Instant firstSeenAt,
    QueuePlace place) {

  /** Copies the lists. */
  public ReviewItem {
    order = List.copyOf(order);
    lists = List.copyOf(lists);
    marks = List.copyOf(marks);
    signals = List.copyOf(signals);
  }

  /** Why it stands where it stands, and what else is known of it, in plain words. */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>(order);
    if (known) {
      reasons.add("on a list");
    }
    if (undecoded != null) {
      reasons.add(undecoded);
    }
    if (hit) {
      reasons.add("another agency holds it: an inquiry had a hit");
    }
    if (agencies > 1) {
      reasons.add("held by " + agencies + " agencies");
    }
    if (exhibits > 1) {
      reasons.add("on " + exhibits + " exhibits");
    }
    lists.forEach(list -> reasons.add("listed: " + list));
    reasons.addAll(marks);
    reasons.addAll(signals);
    return reasons;
  }
}
