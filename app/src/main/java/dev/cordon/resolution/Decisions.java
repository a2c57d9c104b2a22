package dev.cordon.resolution;

import java.util.List;

/**
 * What persons decided and a run minds: it outranks the model.
 *
 * @param pairs judged pairs of accounts; the last judgement of each that stands
 * @param withheld values that may not be used
 */
public record Decisions(List<JudgedPair> pairs, List<WithheldValue> withheld) {

  /** Nothing decided. */
  public static final Decisions NONE = new Decisions(List.of(), List.of());

  /** Copies the lists. */
  public Decisions {
    pairs = List.copyOf(pairs);
    withheld = List.copyOf(withheld);
  }
}
