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

  private final CompactRange range = new CompactRange();
  private final List<List<Hash>> partial = new ArrayList<>();
  private final FullTile fullTile;

  TileBorder(FullTile fullTile) {
    this.fullTile = fullTile;
  }

  /** Takes up a border written before: hashes at a level, from the highest level to the lowest. */
  void restore(int level, List<Hash> hashes) {
    for (Hash hash : hashes) {
      range.append(level * Tiles.HEIGHT, hash);
    }
    at(level).addAll(hashes);
  }

  void append(Hash leaf) {
    range.append(leaf);
    push(0, leaf, range.size() - 1);
  }

  long size() {
    return range.size();
  }

  Hash root() {
    return range.root();
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
