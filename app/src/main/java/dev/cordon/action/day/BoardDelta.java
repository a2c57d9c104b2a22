package dev.cordon.action.day;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What changed of a board since the one before; or all of it.
 *
 * @param whole whether it is all of it: what is not named is gone
 * @param lanes those that are new or other than before
 * @param sites likewise
 */
record BoardDelta(
    boolean whole,
    Instant asOf,
    long seen,
    @Nullable Instant calledOffAt,
    Standing.Word word,
    List<DayBoard.Lane> lanes,
    List<DayBoard.Site> sites) {

  static BoardDelta whole(DayBoard board) {
    return of(board, true, board.lanes(), board.sites());
  }

  /** What is new; all of it when something is gone. */
  static BoardDelta between(DayBoard before, DayBoard after) {
    Set<UUID> left = new HashSet<>();
    after.sites().forEach(site -> left.add(site.id()));
    if (before.sites().stream().anyMatch(site -> !left.contains(site.id()))) {
      return whole(after);
    }
    Map<UUID, DayBoard.Site> sites = new HashMap<>();
    before.sites().forEach(site -> sites.put(site.id(), site));
    Map<String, DayBoard.Lane> lanes = new HashMap<>();
    before.lanes().forEach(lane -> lanes.put(lane.country(), lane));
    return of(
        after,
        false,
        after.lanes().stream().filter(lane -> !lane.equals(lanes.get(lane.country()))).toList(),
        after.sites().stream().filter(site -> !site.equals(sites.get(site.id()))).toList());
  }

  private static BoardDelta of(
      DayBoard board, boolean whole, List<DayBoard.Lane> lanes, List<DayBoard.Site> sites) {
    return new BoardDelta(
        whole, board.asOf(), board.seen(), board.calledOffAt(), board.word(), lanes, sites);
  }
}
