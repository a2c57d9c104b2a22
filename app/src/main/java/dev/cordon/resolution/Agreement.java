package dev.cordon.resolution;

/**
 * How far first and second looks agree.
 *
 * @param sampled judgements that go to a second member
 * @param looked those of them that were looked at again
 * @param disagreed those where the second word is another one
 * @param waiting those that wait and are not the asking member's own
 */
public record Agreement(long sampled, long looked, long disagreed, long waiting) {

  /** Disagreements in a hundred second looks; 0 without any. */
  public double percent() {
    return looked == 0 ? 0 : 100.0 * disagreed / looked;
  }
}
