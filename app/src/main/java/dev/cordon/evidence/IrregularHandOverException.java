package dev.cordon.evidence;

import dev.cordon.RefusedException;

/** A hand-over that can not have happened as told; nothing was recorded. */
public final class IrregularHandOverException extends RefusedException {

  private static final long serialVersionUID = 1L;

  private final Irregularity irregularity;

  IrregularHandOverException(String exhibit, Irregularity irregularity, String detail) {
    super(
        "Hand-over of "
            + exhibit
            + " refused, irregularity '"
            + irregularity.label()
            + "': "
            + detail);
    this.irregularity = irregularity;
  }

  /** What is wrong with it. */
  public Irregularity irregularity() {
    return irregularity;
  }
}
