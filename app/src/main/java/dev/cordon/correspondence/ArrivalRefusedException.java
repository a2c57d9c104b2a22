package dev.cordon.correspondence;

import dev.cordon.RefusedException;

/** Something that arrived failed a check; nothing of it was taken in. */
public final class ArrivalRefusedException extends RefusedException {

  private static final long serialVersionUID = 1L;

  private final String check;
  private final String detail;
  private final boolean later;

  /** The check that failed, and on what. */
  public ArrivalRefusedException(String check, String detail) {
    this(check, detail, false);
  }

  private ArrivalRefusedException(String check, String detail, boolean later) {
    super(
        "Refused, nothing was taken in. Check '"
            + check
            + "': "
            + detail
            + (detail.endsWith(".") ? "" : "."));
    this.check = check;
    this.detail = detail;
    this.later = later;
  }

  /** The same for what can be taken in when something else has arrived first. */
  static ArrivalRefusedException notYet(String check, String detail) {
    return new ArrivalRefusedException(check, detail, true);
  }

  /** The check's name. */
  public String check() {
    return check;
  }

  /** What was found. */
  public String detail() {
    return detail;
  }

  /** Whether it is worth sending again later. */
  public boolean isLater() {
    return later;
  }
}
