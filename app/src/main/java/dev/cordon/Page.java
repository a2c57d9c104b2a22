package dev.cordon;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list that stays in the database.
 *
 * @param rows the rows of this page
 * @param number the page, from 1
 * @param total rows in the whole list
 */
public record Page<T>(List<T> rows, int number, long total) {

  /** Rows on a page. */
  public static final int SIZE = 50;

  /** Copies the rows. */
  public Page {
    rows = List.copyOf(rows);
  }

  /** How many rows come before a page; pages are counted from 1. */
  public static long offset(int number) {
    return (long) (Math.max(1, number) - 1) * SIZE;
  }

  /** The same page with its rows shown in another form. */
  public <R> Page<R> map(Function<? super T, R> form) {
    return new Page<>(rows.stream().<R>map(form).toList(), number, total);
  }
}
