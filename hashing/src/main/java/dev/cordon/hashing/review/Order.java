package dev.cordon.hashing.review;

import dev.cordon.hashing.HashingException;
import java.util.Arrays;
import java.util.List;

/**
 * A written rule of the order in which items are to be looked at, by name and version. A rule is
 * never changed; a better one has a new name. In each, what holds an earlier reason stands before
 * all that does not, then pictures and videos before other files, then the order of the walk.
 */
public enum Order {
  /** What is on a list stands where it would without one. */
  ORDER_1(
      "order-1",
      List.of(
          Reason.UNKNOWN_CONTENT,
          Reason.NEAR_A_LISTED,
          Reason.ELSEWHERE,
          Reason.SERIES,
          Reason.CAMERA)),
  /** Unknown before known: what no list has is raised. */
  ORDER_2(
      "order-2",
      List.of(
          Reason.UNKNOWN_CONTENT,
          Reason.NOT_LISTED,
          Reason.NEAR_A_LISTED,
          Reason.ELSEWHERE,
          Reason.CAMERA,
          Reason.SERIES));

  private final String text;
  private final List<Reason> ranked;

  Order(String text, List<Reason> ranked) {
    this.text = text;
    this.ranked = ranked;
  }

  /** Its name and version, as it stands beside each item. */
  public String text() {
    return text;
  }

  /** Lower is earlier: the ranked reasons as digits, the first the highest. */
  int rank(int reasons) {
    int rank = 0;
    for (Reason reason : ranked) {
      rank = rank << 1 | ((reasons & reason.bit()) == 0 ? 1 : 0);
    }
    boolean isMedia = (reasons & (Reason.MEDIA.bit() | Reason.UNKNOWN_CONTENT.bit())) != 0;
    return rank << 1 | (isMedia ? 0 : 1);
  }

  /**
   * The rule of that name.
   *
   * @throws HashingException naming those there are
   */
  public static Order named(String name) {
    return Arrays.stream(values())
        .filter(order -> order.text.equals(name))
        .findFirst()
        .orElseThrow(
            () -> new HashingException("--order takes order-1 and order-2, not '" + name + "'"));
  }
}
