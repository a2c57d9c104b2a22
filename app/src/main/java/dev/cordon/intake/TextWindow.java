package dev.cordon.intake;

import dev.cordon.Page;
import java.util.Map;

/**
 * One page of a thread's texts.
 *
 * @param texts the texts, first written first
 * @param writers how many texts of the whole thread each account wrote; those without an account
 *     count under the empty key
 */
public record TextWindow(Page<SealedText> texts, Map<String, Long> writers) {

  /** Copies the writers, in their order. */
  public TextWindow {
    writers = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(writers));
  }
}
