package dev.cordon.action;

import dev.cordon.RefusedException;

/**
 * For how long a day is patient.
 *
 * @param overdueMinutes how long after its planned start a site nobody reports from is overdue, 1
 *     to 720
 * @param silentMinutes how long after its last report a site that was entered is silent, 1 to 720
 */
public record DayLimits(int overdueMinutes, int silentMinutes) {

  /** What holds where nobody says otherwise. */
  public static final DayLimits USUAL = new DayLimits(15, 30);

  private static final int MOST = 720;

  /** Checks the bounds. */
  public DayLimits {
    check("A site is overdue after", overdueMinutes);
    check("A team is silent after", silentMinutes);
  }

  private static void check(String what, int minutes) {
    if (minutes < 1 || minutes > MOST) {
      throw new RefusedException(
          what + " 1 to " + MOST + " minutes; " + minutes + " was asked for.");
    }
  }
}
