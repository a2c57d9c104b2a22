package dev.cordon.intake.selectors;

/** Whether a numeric date writes the day or the month first. */
public enum DateOrder {
  /** Nobody said; only a number above 12 shows it. */
  UNKNOWN,
  /** Day, month, year. */
  DAY_FIRST,
  /** Month, day, year. */
  MONTH_FIRST
}
