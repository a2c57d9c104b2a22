package dev.cordon.attribution.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * At which hours of the day somebody used accounts, in UTC: a habit that may fit a country's
 * evenings and proves none; no rule counts it.
 *
 * @param total how many accesses it is drawn from
 * @param bars one for each hour, from midnight on
 */
record HoursOfUse(long total, List<Bar> bars) {

  static final int DAY = 24;
  static final int HEIGHT = 44;

  /** With fewer accesses a picture would say more than is known. */
  private static final int FEWEST = 8;

  private static final int STEP = 30;

  /** The bar of an hour; places and heights in the units of the drawing. */
  record Bar(int x, long y, long height, String says) {}

  static HoursOfUse of(long[] accesses) {
    long total = Arrays.stream(accesses).sum();
    if (total < FEWEST) {
      return new HoursOfUse(total, List.of());
    }
    long most = Arrays.stream(accesses).max().orElse(1);
    List<Bar> bars = new ArrayList<>();
    for (int hour = 0; hour < DAY; hour++) {
      long height = accesses[hour] == 0 ? 0 : Math.max(2, accesses[hour] * HEIGHT / most);
      bars.add(
          new Bar(
              hour * STEP,
              HEIGHT - height,
              height,
              "%02d to %02d: %d".formatted(hour, hour + 1, accesses[hour])));
    }
    return new HoursOfUse(total, bars);
  }
}
