package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day on which a provision begins or ends, as far as it is known.
 *
 * @param notBefore the earliest day it can be; null when nothing is known
 * @param notAfter the latest day it can be; null when nothing is known
 */
public record Boundary(@Nullable LocalDate notBefore, @Nullable LocalDate notAfter) {

  private static final int EARLIEST_YEAR = 1800;
  private static final int LATEST_YEAR = 2100;

  /** Refuses a boundary that says nothing or contradicts itself. */
  public Boundary {
    if (notBefore == null && notAfter == null) {
      throw new IllegalArgumentException("a boundary needs 'on', 'not_before' or 'not_after'");
    }
    if (notBefore != null && notAfter != null && notAfter.isBefore(notBefore)) {
      throw new IllegalArgumentException(
          "not_after " + notAfter + " lies before not_before " + notBefore);
    }
    requireSensible(notBefore);
    requireSensible(notAfter);
  }

  private static void requireSensible(@Nullable LocalDate day) {
    if (day != null && (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR)) {
      throw new IllegalArgumentException(
          day
              + " is no day of a law: the year lies outside "
              + EARLIEST_YEAR
              + " to "
              + LATEST_YEAR);
    }
  }

  /** Reads either an exact day ({@code on}) or its limits. */
  @JsonCreator
  static Boundary of(
      @JsonProperty("on") @Nullable LocalDate on,
      @JsonProperty("not_before") @Nullable LocalDate notBefore,
      @JsonProperty("not_after") @Nullable LocalDate notAfter) {
    if (on == null) {
      return new Boundary(notBefore, notAfter);
    }
    if (notBefore != null || notAfter != null) {
      throw new IllegalArgumentException("'on' stands alone, without not_before and not_after");
    }
    return new Boundary(on, on);
  }

  /** The days it can be, as pages write them: an ISO day, or its limits. */
  public String line() {
    if (notBefore != null && notBefore.equals(notAfter)) {
      return notBefore.toString();
    }
    String from = notBefore == null ? "" : "not before " + notBefore;
    String until = notAfter == null ? "" : "not after " + notAfter;
    return from.isEmpty() || until.isEmpty() ? from + until : from + ", " + until;
  }

  /** Whether the boundary has certainly been reached on the given day. */
  public boolean surelyReached(LocalDate day) {
    return notAfter != null && !day.isBefore(notAfter);
  }

  /** Whether the boundary has certainly not been reached on the given day. */
  public boolean surelyAhead(LocalDate day) {
    return notBefore != null && day.isBefore(notBefore);
  }
}
