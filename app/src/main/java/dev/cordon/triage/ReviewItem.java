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
 * @param exhibits on how many exhibits of this agency it lies
 * @param known whether a list has it
 * @param lists which lists and categories
 * @param signals reasons added to it
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
    List<String> lists,
    List<String> signals,
    Instant firstSeenAt) {

  /** The order of the queue, as written. */
  public static final String RULE =
      "queue 1: items on no list before those on one; then those held by more agencies; then those"
          + " on more exhibits; then those seen first. Only a person's assessment takes one out.";

  /** Copies the lists. */
  public ReviewItem {
    lists = List.copyOf(lists);
    signals = List.copyOf(signals);
  }

  /** Why it stands where it stands, in plain words. */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    reasons.add(known ? "on a list" : "on no list");
    if (agencies > 1) {
      reasons.add("held by " + agencies + " agencies");
    }
    if (exhibits > 1) {
      reasons.add("on " + exhibits + " exhibits");
    }
    lists.forEach(list -> reasons.add("listed: " + list));
    reasons.addAll(signals);
    return reasons;
  }
}
