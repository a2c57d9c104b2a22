package dev.cordon.kernel.merkle;

import java.util.ArrayList;
import java.util.List;

/*
 * Making and checking proofs, after RFC 6962 section 2.1.1 and 2.1.2 (making) and RFC 9162 section
 * 2.1.3.2 and 2.1.4.2 (checking).
 *
 * A checker looks at bounds first, then at the exact number of hashes, then at hashes: a proof that is
 * longer or shorter than the sizes demand is refused even where its hashes would lead to the root.
 *
 * Length of an inclusion proof of leaf i in a tree of n: where the paths of leaf i and of the last leaf
 * are apart (the bits of i xor n-1) each level gives one hash; above, where they are one, only levels
 * with a left sibling do (the bits set in what is left of i). A consistency proof from m to n is the
 * path of leaf m-1 from the level of the largest perfect subtree ending there, with that subtree's root
 * in front unless it is the whole old tree, whose root the checker has.
 */
/** Inclusion and consistency proofs. */
public final class Proofs {

  private Proofs() {}

  /** The proof that a leaf has its place in the tree of that size. */
  public static List<Hash> inclusion(long index, long size, Nodes nodes) {
    requireIndex(index, size);
    List<Hash> proof = new ArrayList<>();
    path(index, 0, size, nodes, proof);
    return List.copyOf(proof);
  }

  /** The proof that the tree of the first size is the beginning of the one of the second. */
  public static List<Hash> consistency(long first, long second, Nodes nodes) {
    requireSizes(first, second);
    List<Hash> proof = new ArrayList<>();
    if (first < second) {
      subProof(first, 0, second, true, nodes, proof);
    }
    return List.copyOf(proof);
  }

  /**
   * Checks that the leaf has its place in the tree with that size and root.
   *
   * @throws ProofException naming the check that failed
   */
  public static void verifyInclusion(
      long index, long size, Hash leaf, List<Hash> proof, Hash root) {
    requireIndex(index, size);
    requireLength(inclusionLength(index, size), proof.size());
    Hash node = leaf;
    long place = index;
    long last = size - 1;
    for (Hash sibling : proof) {
      boolean isRight = (place & 1) == 1 || place == last;
      node = isRight ? Hash.ofChildren(sibling, node) : Hash.ofChildren(node, sibling);
      int levels = isRight ? levelsAboveJoin(place) : 1;
      place >>>= levels;
      last >>>= levels;
    }
    requireRoot(root, node);
  }

  /**
   * Checks that the tree with the first size and root is the beginning of the second.
   *
   * @throws ProofException naming the check that failed
   */
  public static void verifyConsistency(
      long first, long second, List<Hash> proof, Hash firstRoot, Hash secondRoot) {
    if (first == second && first > 0) {
      requireLength(0, proof.size());
      requireRoot(firstRoot, secondRoot);
      return;
    }
    requireSizes(first, second);
    int perfectLevel = Long.numberOfTrailingZeros(first);
    boolean wholeIsPerfect = first == 1L << perfectLevel;
    long place = (first - 1) >>> perfectLevel;
    long last = (second - 1) >>> perfectLevel;
    requireLength(inclusionLength(place, last + 1) + (wholeIsPerfect ? 0 : 1), proof.size());
    Hash seed = wholeIsPerfect ? firstRoot : proof.getFirst();
    Hash old = seed;
    Hash grown = seed;
    for (Hash sibling : wholeIsPerfect ? proof : proof.subList(1, proof.size())) {
      boolean isRight = (place & 1) == 1 || place == last;
      if (isRight) {
        old = Hash.ofChildren(sibling, old);
      }
      grown = isRight ? Hash.ofChildren(sibling, grown) : Hash.ofChildren(grown, sibling);
      int levels = isRight ? levelsAboveJoin(place) : 1;
      place >>>= levels;
      last >>>= levels;
    }
    requireRoot(firstRoot, old);
    requireRoot(secondRoot, grown);
  }

  /** The root over leaves {@code begin} to {@code end - 1}, which must start a subtree. */
  public static Hash root(long begin, long end, Nodes nodes) {
    long width = end - begin;
    if (Long.bitCount(width) == 1) {
      int level = Long.numberOfTrailingZeros(width);
      return nodes.node(level, begin >>> level);
    }
    long split = begin + Long.highestOneBit(width - 1);
    return Hash.ofChildren(root(begin, split, nodes), root(split, end, nodes));
  }

  private static void path(long index, long begin, long end, Nodes nodes, List<Hash> proof) {
    if (end - begin == 1) {
      return;
    }
    long split = begin + Long.highestOneBit(end - begin - 1);
    if (index < split) {
      path(index, begin, split, nodes, proof);
      proof.add(root(split, end, nodes));
      return;
    }
    path(index, split, end, nodes, proof);
    proof.add(root(begin, split, nodes));
  }

  private static void subProof(
      long first, long begin, long end, boolean whole, Nodes nodes, List<Hash> proof) {
    if (first == end) {
      if (!whole) {
        proof.add(root(begin, end, nodes));
      }
      return;
    }
    long split = begin + Long.highestOneBit(end - begin - 1);
    if (first <= split) {
      subProof(first, begin, split, whole, nodes, proof);
      proof.add(root(split, end, nodes));
      return;
    }
    subProof(first, split, end, false, nodes, proof);
    proof.add(root(begin, split, nodes));
  }

  private static int inclusionLength(long index, long size) {
    int apart = Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
    return apart + (apart == Long.SIZE ? 0 : Long.bitCount(index >>> apart));
  }

  /** From a node joined to its left up to where the path joins its left again, or past the top. */
  private static int levelsAboveJoin(long place) {
    return Long.numberOfTrailingZeros(place) + 1;
  }

  private static void requireIndex(long index, long size) {
    if (index < 0 || index >= size) {
      throw new ProofException(
          Check.BOUNDS, "place " + index + " is not inside a tree of " + size + " leaves");
    }
  }

  private static void requireSizes(long first, long second) {
    if (first <= 0 || first > second) {
      throw new ProofException(
          Check.BOUNDS,
          "no proof leads from a tree of " + first + " leaves to one of " + second + " leaves");
    }
  }

  private static void requireLength(int wanted, int found) {
    if (wanted != found) {
      throw new ProofException(
          Check.LENGTH, "the proof has " + found + " hashes, these sizes demand " + wanted);
    }
  }

  private static void requireRoot(Hash wanted, Hash found) {
    if (!wanted.equals(found)) {
      throw new ProofException(
          Check.ROOT, "the hashes lead to root " + found + ", not to " + wanted);
    }
  }
}
