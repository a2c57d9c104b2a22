package dev.cordon.linkage.plan;

import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.model.Comparison;
import java.util.List;

/**
 * Packs the level numbers of all comparisons of a pair into one number, mixed radix, the first
 * comparison lowest.
 */
public record CodeBook(List<Integer> sizes) {

  /** Checks that the product of the sizes fits. */
  public CodeBook {
    sizes = List.copyOf(sizes);
    long product = 1;
    for (int size : sizes) {
      try {
        product = Math.multiplyExact(product, size);
      } catch (ArithmeticException failure) {
        throw new LinkageException("the model has too many levels for one number", failure);
      }
    }
  }

  /** The book of these comparisons. */
  public static CodeBook of(List<Comparison> comparisons) {
    return new CodeBook(comparisons.stream().map(Comparison::size).toList());
  }

  /** The level numbers in a code. */
  public int[] levels(long code) {
    int[] levels = new int[sizes.size()];
    long rest = code;
    for (int index = 0; index < levels.length; index++) {
      levels[index] = (int) (rest % sizes.get(index));
      rest /= sizes.get(index);
    }
    return levels;
  }

  /** The code of level numbers. */
  public long code(int[] levels) {
    long code = 0;
    for (int index = levels.length - 1; index >= 0; index--) {
      code = code * sizes.get(index) + levels[index];
    }
    return code;
  }

  /** The code as an expression over columns {@code prefix0}, {@code prefix1} and so on. */
  String sql(String prefix) {
    StringBuilder sql = new StringBuilder();
    long factor = 1;
    for (int index = 0; index < sizes.size(); index++) {
      sql.append(index == 0 ? "" : " + ");
      sql.append("CAST(").append(prefix).append(index).append(" AS BIGINT) * ").append(factor);
      factor *= sizes.get(index);
    }
    return sql.toString();
  }
}
