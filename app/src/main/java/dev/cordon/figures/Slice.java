package dev.cordon.figures;

import dev.cordon.Page;

/**
 * Which rows of a long list, which stands in the order of ids.
 *
 * @param after the id after which they begin; empty for the first
 * @param before the id before which they end; empty where that does not matter
 * @param offset how many are left out from there
 * @param size how many at most
 */
public record Slice(String after, String before, long offset, int size) {

  /** A page by its number, from 1. */
  public static Slice page(int number) {
    return new Slice("", "", Page.offset(number), Page.SIZE);
  }

  /** The page that follows an id. */
  public static Slice after(String id) {
    return new Slice(id, "", 0, Page.SIZE);
  }

  /** The page that leads up to an id. */
  public static Slice before(String id) {
    return new Slice("", id, 0, Page.SIZE);
  }
}
