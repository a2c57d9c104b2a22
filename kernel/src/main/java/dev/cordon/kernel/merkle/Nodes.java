package dev.cordon.kernel.merkle;

/** Where the hashes of a tree's perfect subtrees come from: memory, tiles, a database. */
@FunctionalInterface
public interface Nodes {

  /**
   * The root of the perfect subtree over leaves {@code index * 2^level} to {@code (index + 1) *
   * 2^level - 1}. Callers ask only for subtrees that lie wholly inside the tree; implementers must
   * give the same hash each time.
   */
  Hash node(int level, long index);
}
