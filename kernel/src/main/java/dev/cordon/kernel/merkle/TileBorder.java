package dev.cordon.kernel.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The tiles at the right border of a growing tree: appends leaves and hands over each tile that
 * fills. Not thread-safe.
 */
final class TileBorder {

  /** Takes a tile that is full. */
  @FunctionalInterface
  interface FullTile {

    void full(int level, long index, List<Hash> hashes);
  }

  private final List<List<Hash>> partial = new ArrayList<>();
  private final FullTile fullTile;
  private long size;

  TileBorder(FullTile fullTile) {
    this.fullTile = fullTile;
  }

  /** Takes up a border written before: hashes at a level, from the highest level to the lowest. */
  void restore(int level, List<Hash> hashes) {
    at(level).addAll(hashes);
    size += (long) hashes.size() << level * Tiles.HEIGHT;
  }

  /** Appends a whole tile of leaves, known to be right; no leaf may stand after the last tile. */
  void appendTile(Hash root) {
    push(1, root, size / Tiles.WIDTH);
    size += Tiles.WIDTH;
  }

  void append(Hash leaf) {
    push(0, leaf, size++);
  }

  long size() {
    return size;
  }

  /** Costs a hash for each one of the border; asked for once a checkpoint. */
  Hash root() {
    return range().root();
  }

  CompactRange range() {
    CompactRange range = new CompactRange();
    for (int level = partial.size() - 1; level >= 0; level--) {
      for (Hash hash : partial.get(level)) {
        range.append(level * Tiles.HEIGHT, hash);
      }
    }
    return range;
  }

  int levels() {
    return partial.size();
  }

  /** What the level holds since its last full tile. */
  List<Hash> partial(int level) {
    return List.copyOf(partial.get(level));
  }

  private void push(int level, Hash hash, long place) {
    List<Hash> hashes = at(level);
    hashes.add(hash);
    if (hashes.size() < Tiles.WIDTH) {
      return;
    }
    long tile = place / Tiles.WIDTH;
    fullTile.full(level, tile, List.copyOf(hashes));
    CompactRange whole = new CompactRange();
    hashes.forEach(whole::append);
    hashes.clear();
    push(level + 1, whole.root(), tile);
  }

  private List<Hash> at(int level) {
    while (partial.size() <= level) {
      partial.add(new ArrayList<>(Tiles.WIDTH));
    }
    return partial.get(level);
  }
}
