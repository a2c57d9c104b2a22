package dev.cordon.linkage.model;

import dev.cordon.linkage.LinkageException;

/**
 * How variants of a field's values are learned: values that meet in records sharing a block that is
 * nearly an identity, in several blocks, and more often than their frequencies explain.
 *
 * @param field the field whose variants are learned
 * @param block the block; must not use the field
 * @param support the least number of different blocks a pair of values must meet in
 */
public record Learning(String field, BlockingRule block, int support) {

  /** Checks the block and the support. */
  public Learning {
    if (support < 2) {
      throw new LinkageException(
          "variants of " + field + ": support is at least 2 blocks, not " + support);
    }
    String learned = field;
    if (block.isMany() || block.keys().stream().anyMatch(key -> key.field().equals(learned))) {
      throw new LinkageException(
          "variants of " + field + " cannot be learned from the block " + block);
    }
  }
}
