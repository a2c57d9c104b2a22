package dev.cordon.linkage.model;

import org.jspecify.annotations.Nullable;

/**
 * One level of a comparison, tried in order.
 *
 * @param label what people read
 * @param when what must hold
 * @param frequency the field whose value's frequency replaces the level's average, or none
 */
public record Level(String label, Agreement when, @Nullable String frequency) {

  /** A level without frequency. */
  public Level(String label, Agreement when) {
    this(label, when, null);
  }
}
