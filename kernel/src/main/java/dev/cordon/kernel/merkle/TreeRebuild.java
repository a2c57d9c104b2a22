package dev.cordon.kernel.merkle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/*
 * Bundles are hashed on all processors, a window at a time; each worker holds one bundle (16 MB at the
 * most) and gives back one root. Their roots join the border in order. Cost: one hash a leaf and one a
 * node, each file read once.
 */
/** Builds a log's tree anew from its entries and compares each tile with it. Not thread-safe. */
final class TreeRebuild {

  private static final int BUNDLES_PER_PROCESSOR = 32;

  private final LogFiles files;
  private final long size;
  private final long[] wanted;
  private final Map<Long, Hash> roots = new HashMap<>();
  private final TileBorder border = new TileBorder(this::requireTile);
  private long tiles;

  /**
   * Of a tree of that size.
   *
   * @param wanted smaller sizes whose roots are asked for, ascending
   */
  TreeRebuild(LogFiles files, long size, long... wanted) {
    this.files = files;
    this.size = size;
    this.wanted = wanted.clone();
  }

  /** The hash of a whole tile; the leaves only where a wanted size ends within it. */
  private record TileHash(Hash root, byte[] leaves) {}

  /** The root over all entries. */
  Hash run() {
    long whole = size / Tiles.WIDTH;
    int window = BUNDLES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
    for (long from = 0; from < whole; from += window) {
      List<TileHash> hashed =
          LongStream.range(from, Math.min(whole, from + window))
              .parallel()
              .mapToObj(this::wholeTile)
              .toList();
      hashed.forEach(this::append);
    }
    appendRest(whole, (int) (size % Tiles.WIDTH));
    return border.root();
  }

  /** How many tiles were compared. */
  long tiles() {
    return tiles;
  }

  /** The root of the tree when it had one of the wanted sizes. */
  Hash rootAt(long wantedSize) {
    Hash root = wantedSize == 0 ? Hash.EMPTY_ROOT : roots.get(wantedSize);
    if (root == null) {
      throw new IllegalArgumentException("no root was asked for at size " + wantedSize);
    }
    return root;
  }

  private TileHash wholeTile(long index) {
    NodeHasher hasher = new NodeHasher();
    byte[] leaves = leaves(index, Tiles.WIDTH, hasher);
    byte[] kept = isWantedIn(index) ? leaves.clone() : new byte[0];
    return new TileHash(hasher.root(leaves, Tiles.WIDTH), kept);
  }

  /** The leaf hashes of a bundle, which are those of its tile. */
  private byte[] leaves(long index, int width, NodeHasher hasher) {
    byte[] bundle = files.bundle(index, width);
    int[] begins = Tiles.begins(bundle, width);
    byte[] leaves = new byte[width * Hash.SIZE_BYTES];
    for (int number = 0; number < width; number++) {
      hasher.leaf(
          bundle,
          begins[number],
          Tiles.length(bundle, begins[number]),
          leaves,
          number * Hash.SIZE_BYTES);
    }
    requireSame(leaves, files.tileBytes(0, index, width), Tiles.tilePath(0, index, width));
    return leaves;
  }

  private void append(TileHash tile) {
    noteRoots(tile.leaves());
    tiles++;
    border.appendTile(tile.root());
  }

  private void appendRest(long index, int width) {
    if (width > 0) {
      byte[] leaves = leaves(index, width, new NodeHasher());
      noteRoots(leaves);
      tiles++;
      for (int number = 0; number < width; number++) {
        border.append(Hash.at(leaves, number * Hash.SIZE_BYTES));
      }
    }
    for (int level = 1; level < border.levels(); level++) {
      List<Hash> partial = border.partial(level);
      if (!partial.isEmpty()) {
        requireTile(level, (size >>> level * Tiles.HEIGHT) / Tiles.WIDTH, partial);
      }
    }
  }

  private boolean isWantedIn(long index) {
    long begin = index * Tiles.WIDTH;
    int at = Arrays.binarySearch(wanted, begin + 1);
    int first = at >= 0 ? at : -at - 1;
    return first < wanted.length && wanted[first] <= begin + Tiles.WIDTH;
  }

  private void noteRoots(byte[] leaves) {
    if (leaves.length == 0 || !isWantedIn(border.size() / Tiles.WIDTH)) {
      return;
    }
    CompactRange range = border.range();
    for (int at = 0; at < leaves.length; at += Hash.SIZE_BYTES) {
      range.append(Hash.at(leaves, at));
      if (Arrays.binarySearch(wanted, range.size()) >= 0) {
        roots.put(range.size(), range.root());
      }
    }
  }

  private void requireTile(int level, long index, List<Hash> hashes) {
    byte[] bytes = new byte[hashes.size() * Hash.SIZE_BYTES];
    for (int number = 0; number < hashes.size(); number++) {
      System.arraycopy(
          hashes.get(number).bytes(), 0, bytes, number * Hash.SIZE_BYTES, Hash.SIZE_BYTES);
    }
    requireSame(
        bytes,
        files.tileBytes(level, index, hashes.size()),
        Tiles.tilePath(level, index, hashes.size()));
    tiles++;
  }

  private static void requireSame(byte[] hashes, byte[] tile, String path) {
    int at = Arrays.mismatch(hashes, 0, hashes.length, tile, 0, hashes.length);
    if (at >= 0) {
      throw new ProofException(
          Check.TILE,
          path + ": hash " + at / Hash.SIZE_BYTES + " is not that of what it stands for");
    }
  }
}
