package dev.cordon.kernel.merkle;

import org.jspecify.annotations.Nullable;

/*
 * A growing tree, kept as its border.
 *
 * A tree of n leaves is a row of perfect trees, one for each bit set in n, the largest at the left
 * (RFC 6962 section 2.1). Their roots are all one needs to append and to tell the whole root: at most
 * 63 hashes, whatever n is. Appending is a binary counter: a perfect tree that meets an equal one at
 * its left joins it and carries on. One append costs two hashes on average, and one per level at most.
 *
 *   n = 6 = 110b     nodes[2] over leaves 0..3, nodes[1] over leaves 4..5
 */
/**
 * The border of a tree: appends leaves, or perfect trees, and tells size and root. Not thread-safe.
 */
public final class CompactRange {

  private static final int LEVELS = Long.SIZE - 1;

  private final @Nullable Hash[] nodes = new Hash[LEVELS];
  private long size;

  /** Appends one leaf. */
  public void append(Hash leaf) {
    append(0, leaf);
  }

  /**
   * Appends a perfect tree of 2^level leaves.
   *
   * @throws IllegalArgumentException when the size so far is not a multiple of 2^level
   */
  public void append(int level, Hash root) {
    if (level < 0 || level >= LEVELS || (size & ((1L << level) - 1)) != 0) {
      throw new IllegalArgumentException(
          "a tree of level " + level + " does not fit at size " + size);
    }
    Hash carried = root;
    int at = level;
    Hash left = nodes[at];
    while (left != null) {
      carried = Hash.ofChildren(left, carried);
      nodes[at++] = null;
      left = nodes[at];
    }
    nodes[at] = carried;
    size = Math.addExact(size, 1L << level);
  }

  /** How many leaves. */
  public long size() {
    return size;
  }

  /** The root over all leaves. */
  public Hash root() {
    @Nullable Hash root = null;
    for (Hash node : nodes) {
      if (node != null) {
        root = root == null ? node : Hash.ofChildren(node, root);
      }
    }
    return root == null ? Hash.EMPTY_ROOT : root;
  }
}
