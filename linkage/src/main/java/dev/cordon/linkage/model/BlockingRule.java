package dev.cordon.linkage.model;

import dev.cordon.linkage.LinkageException;
import java.util.List;
import java.util.stream.Collectors;

/** Records that share all of these keys are compared. */
public record BlockingRule(List<Key> keys) {

  /** Refuses an empty rule and more than one key of words. */
  public BlockingRule {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new LinkageException("a blocking rule needs a key");
    }
    if (keys.stream().filter(key -> key instanceof Key.Words).count() > 1) {
      throw new LinkageException("a blocking rule has at most one key of words: " + text(keys));
    }
  }

  /** Whether one record can stand in several blocks of the rule. */
  public boolean isMany() {
    return keys.stream().anyMatch(key -> key instanceof Key.Words);
  }

  @Override
  public String toString() {
    return text(keys);
  }

  private static String text(List<Key> keys) {
    return keys.stream().map(Object::toString).collect(Collectors.joining(" + "));
  }
}
