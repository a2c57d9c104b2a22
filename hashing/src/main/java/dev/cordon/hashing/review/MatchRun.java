package dev.cordon.hashing.review;

import dev.cordon.formats.lists.HashKind;
import dev.cordon.hashing.JsonLine;
import dev.cordon.hashing.lists.ListMatch;
import dev.cordon.hashing.lists.ListStore;
import dev.cordon.kernel.digest.Digests;
import dev.cordon.kernel.hamming.Code256;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What lists say of each item: by each digest, by its perceptual hashes, by the digests of pictures
 * embedded in it. A match adds a reason. For one thread.
 */
final class MatchRun {

  private final ListStore lists;
  private final Result result;
  private long matches;

  MatchRun(ListStore lists, Result result) {
    this.lists = lists;
    this.result = result;
  }

  /** Writes the item's matches; the reasons they are. */
  int take(Item item) throws IOException {
    int reasons = 0;
    if (item.digests().isPresent() && item.digests().get().size() > 0) {
      ListStore.Found exact = lists.exact(item.digests().get());
      write(item, exact, "");
      reasons |= exact.matches().isEmpty() ? 0 : Reason.LISTED.bit();
    }
    // Said of items that are listed too: an entry in one list must not take away what another gave.
    reasons |= similar(item) ? Reason.NEAR_A_LISTED.bit() : 0;
    for (JsonNode embedded : item.marks().path("embedded")) {
      ListStore.Found found = lists.exact(digests(embedded));
      write(item, found, embedded.path("carrier").asString(""));
      reasons |= found.matches().isEmpty() ? 0 : Reason.EMBEDDED_LISTED.bit();
    }
    return reasons;
  }

  private static Digests digests(JsonNode embedded) {
    return new Digests(
        embedded.path("size").asLong(),
        embedded.path("md5").asString(""),
        embedded.path("sha1").asString(""),
        embedded.path("sha256").asString(""));
  }

  /** The nearest match of each row over all frames. */
  private boolean similar(Item item) throws IOException {
    Map<String, ListMatch> nearest = new LinkedHashMap<>();
    Map<String, Integer> frames = new HashMap<>();
    long more = 0;
    for (Code256 code : item.codes()) {
      ListStore.Found found = lists.similar(code);
      more += found.more();
      for (ListMatch match : found.matches()) {
        String row = match.list() + " " + match.file() + " " + match.offset();
        frames.merge(row, 1, Integer::sum);
        nearest.merge(row, match, (one, other) -> one.distance() <= other.distance() ? one : other);
        if (nearest.size() > 10_000) {
          more++;
          nearest.remove(row);
        }
      }
    }
    for (Map.Entry<String, ListMatch> entry : nearest.entrySet()) {
      JsonLine line = begun(item);
      if (item.codes().size() > 1) {
        line.number("frames", frames.getOrDefault(entry.getKey(), 1));
      }
      result.line(entry.getValue().json(line));
      matches++;
    }
    more(item, more, HashKind.PDQ.text());
    return !nearest.isEmpty();
  }

  private static JsonLine begun(Item item) {
    return new JsonLine().number("item", item.number());
  }

  private void write(Item item, ListStore.Found found, String embedded) throws IOException {
    List<ListMatch> all = found.matches();
    for (ListMatch match : all) {
      result.line(match.json(begun(item).textIfAny("embedded", embedded)));
      matches++;
    }
    more(item, found.more(), "digests");
  }

  private void more(Item item, long more, String by) throws IOException {
    if (more > 0) {
      result.line(begun(item).text("by", by).number("further_rows_not_told", more));
    }
  }

  long matches() {
    return matches;
  }
}
