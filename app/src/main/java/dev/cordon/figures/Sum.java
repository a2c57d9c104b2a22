package dev.cordon.figures;

/**
 * What records come to.
 *
 * @param amount their amounts together
 * @param records how many they are
 */
public record Sum(long amount, long records) {

  /** No records. */
  public static final Sum NOTHING = new Sum(0, 0);

  /** Together with others. */
  public Sum plus(Sum other) {
    return new Sum(amount + other.amount, records + other.records);
  }

  /** Whether there is a value: nothing is divided by no records. */
  public boolean isDefined(Definition.Working working) {
    return working == Definition.Working.SUM || records > 0;
  }

  /** The value, rounded to a whole number; 0 where there is none. */
  public long value(Definition.Working working) {
    return switch (working) {
      case SUM -> amount;
      case MEAN -> records == 0 ? 0 : Math.round((double) amount / records);
    };
  }
}
