package dev.cordon.linkage.model;

import dev.cordon.linkage.LinkageException;
import java.util.List;

/**
 * One blocked training session: EM over pairs that share the block, for the comparisons that do not
 * use the block's fields.
 *
 * @param block the block
 * @param skip comparisons that are bound to the block though they use other fields
 */
public record Session(BlockingRule block, List<String> skip) {

  /** Copies the list. */
  public Session {
    skip = List.copyOf(skip);
    if (block.isMany()) {
      throw new LinkageException("a training session's block has no key of words: " + block);
    }
  }
}
