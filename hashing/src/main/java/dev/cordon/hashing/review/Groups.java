package dev.cordon.hashing.review;

import dev.cordon.hashing.HashingException;
import dev.cordon.hashing.JsonLine;
import dev.cordon.kernel.hamming.Code256;
import dev.cordon.kernel.hamming.HammingIndex;
import dev.cordon.kernel.perceptual.PdqHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups of the same content (SHA-256) and of similar pictures (PDQ within a radius, joined from
 * one to the next) on one exhibit and others beside it. A group says which items and nothing of
 * what they show. For one thread.
 */
final class Groups implements AutoCloseable {

  private static final int MOST_ITEMS = 50_000_000;

  /** Pictures that are nearly alike in great number would take a square of time. */
  private static final long MOST_PAIRS = 300_000_000;

  private final int radius;
  private final List<Path> folders;
  private final List<Integer> starts = new ArrayList<>();
  private final HammingIndex index = new HammingIndex();
  private final Map<Code256, Integer> codes = new HashMap<>();
  private final Map<Code256, Integer> contents = new HashMap<>();
  private final List<int[]> same = new ArrayList<>();
  private final List<int[]> joined = new ArrayList<>();
  private int[] owners = new int[1024];
  private int distinct;
  private int items;
  private long pairs;

  /**
   * With the folders of inventories, the exhibit's own first.
   *
   * @param radius in bits, 0 to 31
   */
  Groups(List<Path> folders, int radius) {
    this.folders = folders;
    this.radius = radius;
  }

  /** Whether pairs were left out because there are too many. */
  boolean isIncomplete() {
    return pairs >= MOST_PAIRS;
  }

  /**
   * Finds the groups and writes them.
   *
   * @param reasons of the exhibit's own items by number from 0, to which those found are added
   */
  void write(Result result, int[] reasons) throws IOException {
    for (Path folder : folders) {
      starts.add(items);
      read(folder);
    }
    starts.add(items);
    ItemSets sets = new ItemSets(items);
    same.forEach(pair -> sets.join(pair[0], pair[1]));
    emit(result, "same content", sets.grouped(), sets, reasons);
    ItemSets similar = new ItemSets(items);
    join(similar);
    emit(result, "similar", similar.grouped(), similar, reasons);
  }

  private void read(Path folder) throws IOException {
    try (Items inventory = new Items(folder, false)) {
      for (Item item = inventory.next(); item != null; item = inventory.next()) {
        if (items >= MOST_ITEMS) {
          throw new HashingException("more than " + MOST_ITEMS + " items to be grouped");
        }
        take(item);
        items++;
      }
    }
  }

  private void take(Item item) {
    int number = items;
    item.digests()
        .filter(digests -> digests.size() > 0)
        .ifPresent(digests -> {
          Integer first = contents.putIfAbsent(Code256.parse(digests.sha256()), number);
          if (first != null) {
            same.add(new int[] {first, number});
          }
        });
    for (Code256 code : item.codes()) {
      Integer known = codes.get(code);
      if (known == null) {
        codes.put(code, number);
        own(distinct++, number);
        index.insert(code);
      } else if (known != number) {
        joined.add(new int[] {known, number});
      }
    }
  }

  private void own(int position, int number) {
    if (position == owners.length) {
      owners = java.util.Arrays.copyOf(owners, position * 2);
    }
    owners[position] = number;
  }

  private void join(ItemSets sets) {
    joined.forEach(pair -> sets.join(pair[0], pair[1]));
    for (Map.Entry<Code256, Integer> entry : codes.entrySet()) {
      if (isIncomplete()) {
        return;
      }
      index.search(
          entry.getKey(),
          radius,
          (position, distance) -> {
            pairs++;
            sets.join(entry.getValue(), owners[(int) position]);
          });
    }
  }

  private void emit(Result result, String by, int[] grouped, ItemSets sets, int[] reasons)
      throws IOException {
    int from = 0;
    int number = 0;
    while (from < grouped.length) {
      int to = from;
      while (to < grouped.length && sets.find(grouped[to]) == sets.find(grouped[from])) {
        to++;
      }
      if (grouped[from] < starts.get(1)) {
        number++;
        group(result, by, number, java.util.Arrays.copyOfRange(grouped, from, to), reasons);
      }
      from = to;
    }
  }

  private void group(Result result, String by, int number, int[] members, int[] reasons)
      throws IOException {
    List<String> own = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>();
    for (int member : members) {
      int exhibit = exhibit(member);
      String item = String.valueOf(member - starts.get(exhibit) + 1);
      if (exhibit == 0) {
        own.add(item);
      } else {
        elsewhere.add(new JsonLine().number("exhibit", exhibit).raw("item", item).toString());
      }
    }
    JsonLine line = new JsonLine().text("by", by).number("group", number).raws("items", own);
    if (by.equals("similar")) {
      line.number("radius", radius);
    }
    if (!elsewhere.isEmpty()) {
      line.raws("elsewhere", elsewhere);
    }
    result.line(line);
    for (int member : members) {
      if (exhibit(member) == 0) {
        reasons[member] |= own.size() > 1 ? Reason.GROUP.bit() : 0;
        reasons[member] |= elsewhere.isEmpty() ? 0 : Reason.ELSEWHERE.bit();
      }
    }
  }

  private int exhibit(int member) {
    int exhibit = 0;
    while (member >= starts.get(exhibit + 1)) {
      exhibit++;
    }
    return exhibit;
  }

  /** The radius two pictures are called similar within, unless told otherwise. */
  static int usualRadius() {
    return PdqHash.SIMILAR_DISTANCE;
  }

  @Override
  public void close() {
    index.close();
  }
}
