package dev.cordon.evidence;

import dev.cordon.RefusedException;

/**
 * An act on an exhibit that can not have happened as told. The exhibit is as it was; that it was
 * tried is kept.
 */
public final class IrregularHandOverException extends RefusedException {

  private static final long serialVersionUID = 1L;

  private final Irregularity irregularity;

  IrregularHandOverException(String exhibit, Irregularity irregularity, String detail) {
    super(
        exhibit
            + ": refused, irregularity '"
            + irregularity.label()
            + "'. "
            + detail
            + (irregularity.isRecordable()
                ? " If it is so all the same, explain why: it is then recorded under that name."
                : ""));
    this.irregularity = irregularity;
  }

  /** What is wrong with it. */
  public Irregularity irregularity() {
    return irregularity;
  }
}
