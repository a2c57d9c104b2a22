package dev.cordon.hashing.review;

import dev.cordon.hashing.HashingException;
import dev.cordon.hashing.JsonLine;
import dev.cordon.hashing.lists.DigestSorter;
import dev.cordon.kernel.hamming.Code256;
import dev.cordon.kernel.hamming.HammingIndex;
import dev.cordon.kernel.perceptual.PdqHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Groups of the same content (SHA-256) and of similar pictures (PDQ within a radius, joined from
 * one to the next) on one exhibit and others beside it. A group says which items and nothing of
 * what they show. For one thread.
 */
final class Groups implements AutoCloseable {

  private static final HexFormat HEX = HexFormat.of();
  private static final int DIGEST_BYTES = 32;
  private static final int MOST_ITEMS = 50_000_000;
  private static final int MOST_OF_A_LINE = 20_000;

  /** Pictures that are nearly alike in great number would take a square of time. */
  private static final long MOST_PAIRS = 300_000_000;

  private final int radius;
  private final List<Path> folders;
  private final List<Integer> starts = new ArrayList<>();
  private final HammingIndex index = new HammingIndex();
  private final DigestSorter contents;
  private final DigestSorter codes;
  private int[] owners = new int[1024];
  private int distinct;
  private int items;
  private long pairs;

  /**
   * With the folders of inventories, the exhibit's own first.
   *
   * @param radius in bits, 0 to 31
   * @param sorting a folder for what does not fit in memory: digests and numbers
   */
  Groups(List<Path> folders, int radius, Path sorting) {
    this.folders = folders;
    this.radius = radius;
    contents = new DigestSorter(sorting, "contents", DIGEST_BYTES);
    codes = new DigestSorter(sorting, "codes", DIGEST_BYTES);
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
    each(
        contents,
        (digest, number, before) -> {
          if (before >= 0) {
            sets.join(before, number);
          }
        });
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

  private void take(Item item) throws IOException {
    if (item.digests().isPresent() && !item.digests().get().sha256().isEmpty() && isContent(item)) {
      contents.add(HEX.parseHex(item.digests().get().sha256()), items);
    }
    for (Code256 code : item.codes()) {
      codes.add(HEX.parseHex(code.hex()), items);
    }
  }

  /** Empty files are alike and tell nothing; a report may not say a size. */
  private static boolean isContent(Item item) {
    return item.digests().map(one -> one.size() > 0 || one.md5().isEmpty()).orElse(false);
  }

  /** Takes a digest, an item that has it, and the item before it that has the same; -1 for none. */
  private interface Equal {
    void next(byte[] digest, int number, int before);
  }

  private static void each(DigestSorter sorter, Equal equal) throws IOException {
    byte[] last = new byte[DIGEST_BYTES];
    int[] before = {-1};
    sorter.sortInto((bytes, from, length) -> {
      for (int at = from; at < from + length; at += DIGEST_BYTES + Integer.BYTES) {
        int end = at + DIGEST_BYTES;
        boolean isSame = before[0] >= 0 && Arrays.equals(bytes, at, end, last, 0, DIGEST_BYTES);
        int number = ByteBuffer.wrap(bytes).getInt(end);
        System.arraycopy(bytes, at, last, 0, DIGEST_BYTES);
        equal.next(last, number, isSame ? before[0] : -1);
        before[0] = number;
      }
    });
  }

  private void own(int position, int number) {
    if (position == owners.length) {
      owners = Arrays.copyOf(owners, position * 2);
    }
    owners[position] = number;
  }

  private void join(ItemSets sets) throws IOException {
    each(
        codes,
        (digest, number, before) -> {
          if (before < 0) {
            own(distinct++, number);
            index.insert(Code256.parse(HEX.formatHex(digest)));
          } else {
            sets.join(before, number);
          }
        });
    for (int place = 0; place < distinct && !isIncomplete(); place++) {
      int owner = owners[place];
      index.search(
          index.get(place),
          radius,
          (position, distance) -> {
            pairs++;
            sets.join(owner, owners[(int) position]);
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
        group(result, by, number, Arrays.copyOfRange(grouped, from, to), reasons);
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
    int parts = Math.ceilDiv(own.size(), MOST_OF_A_LINE);
    for (int part = 0; part < parts; part++) {
      JsonLine line =
          new JsonLine().text("by", by).number("group", number).raws("items", piece(own, part));
      if (by.equals("similar")) {
        line.number("radius", radius);
      }
      // A line of a whole disk of copies would be too long for any reader.
      if (parts > 1) {
        line.number("part", part + 1L).number("parts", parts);
      }
      if (!elsewhere.isEmpty()) {
        line.raws("elsewhere", piece(elsewhere, 0));
      }
      if (elsewhere.size() > MOST_OF_A_LINE) {
        line.number("elsewhere_in_all", elsewhere.size());
      }
      result.line(line);
    }
    for (int member : members) {
      if (exhibit(member) == 0) {
        reasons[member] |= own.size() > 1 ? Reason.GROUP.bit() : 0;
        reasons[member] |= elsewhere.isEmpty() ? 0 : Reason.ELSEWHERE.bit();
      }
    }
  }

  private static List<String> piece(List<String> all, int part) {
    int from = Math.min(all.size(), part * MOST_OF_A_LINE);
    return all.subList(from, Math.min(all.size(), from + MOST_OF_A_LINE));
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
  public void close() throws IOException {
    index.close();
    contents.close();
    codes.close();
  }
}
