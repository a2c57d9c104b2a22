package dev.cordon.formats.sqlite;

import java.io.IOException;

/** Walks one b-tree in the order of its keys and shows each row's cell to a visitor. */
final class Tree {

  private static final int TABLE_INTERIOR = 5;
  private static final int TABLE_LEAF = 13;
  private static final int INDEX_INTERIOR = 2;
  private static final int INDEX_LEAF = 10;

  /** Is shown the rows of a tree. */
  interface Visitor {

    /** A row: its number (tables with rowid only), its bytes, where its cell lies, how long. */
    void row(long rowid, Payload payload, long offset, long length) throws IOException, BrokenPage;

    /** A row or everything below a page that cannot be read. */
    void broken(long offset, long length, String reason) throws IOException;
  }

  private final Pages pages;
  private final Payload payload;
  private final Visitor visitor;
  private final int depthLimit;
  private final boolean isIndex;
  private final int usable;
  private int cellBytes;

  Tree(Pages pages, int depthLimit, boolean isIndex, Visitor visitor) {
    this.pages = pages;
    this.payload = new Payload(pages);
    this.depthLimit = depthLimit;
    this.isIndex = isIndex;
    this.visitor = visitor;
    this.usable = pages.header().usableBytes();
  }

  /** Walks the tree whose root is this page. */
  void walk(long root) throws IOException {
    walk(root, 0);
  }

  private void walk(long number, int depth) throws IOException {
    try {
      if (depth == depthLimit) {
        throw new BrokenPage("the tree is deeper than " + depthLimit + " pages");
      }
      byte[] page = new byte[pages.header().pageBytes()];
      pages.take(number, page);
      page(number, page, depth);
    } catch (BrokenPage broken) {
      long offset = number < 1 ? 0 : pages.offset(number);
      visitor.broken(
          offset, pages.header().pageBytes(), broken.getMessage() + "; the rows on it are missing");
    }
  }

  private void page(long number, byte[] page, int depth) throws IOException, BrokenPage {
    int head = number == 1 ? DatabaseHeader.SIZE_BYTES : 0;
    int type = page[head];
    boolean leaf = type == TABLE_LEAF || type == INDEX_LEAF;
    boolean expected =
        isIndex
            ? type == INDEX_INTERIOR || type == INDEX_LEAF
            : type == TABLE_INTERIOR || type == TABLE_LEAF;
    if (!expected) {
      throw new BrokenPage("page " + number + " is no page of a table (kind " + type + ")");
    }
    int cells = Bytes.unsignedShort(page, head + 3);
    int pointers = head + (leaf ? 8 : 12);
    if (pointers + cells * 2 > usable) {
      throw new BrokenPage("page " + number + " says it has " + cells + " cells, too many for it");
    }
    long room = usable;
    for (int index = 0; index < cells; index++) {
      int cell = Bytes.unsignedShort(page, pointers + index * 2);
      room -= cell(number, page, cell, leaf, depth);
      if (room < 0) {
        throw new BrokenPage("the cells of page " + number + " overlap");
      }
    }
    if (!leaf) {
      walk(Bytes.unsigned(page, head + 8), depth + 1);
    }
  }

  /** Shows one cell; returns how many bytes of its page it takes. */
  private int cell(long number, byte[] page, int start, boolean leaf, int depth)
      throws IOException, BrokenPage {
    int place = start;
    if (!leaf) {
      walk(Bytes.unsigned(page, place), depth + 1);
      place += 4;
      if (!isIndex) {
        return 4 + Bytes.varintBytes(page, place);
      }
    }
    cellBytes = 4;
    try {
      row(number, page, start, place);
    } catch (BrokenPage broken) {
      visitor.broken(pages.offset(number) + start, cellBytes, String.valueOf(broken.getMessage()));
    }
    return cellBytes;
  }

  private void row(long number, byte[] page, int start, int from) throws IOException, BrokenPage {
    long length = Bytes.varint(page, from);
    int place = from + Bytes.varintBytes(page, from);
    long rowid = 0;
    if (!isIndex) {
      rowid = Bytes.varint(page, place);
      place += Bytes.varintBytes(page, place);
    }
    int local = local(length);
    int end = place + local + (local < length ? 4 : 0);
    if (length < 0 || end > usable) {
      throw new BrokenPage("the row reaches beyond its page");
    }
    cellBytes = end - start;
    payload.begin(page, place, local, length);
    visitor.row(rowid, payload, pages.offset(number) + start, cellBytes);
  }

  /** How many bytes of a record of this length lie in its cell. */
  private int local(long length) {
    int most = isIndex ? (usable - 12) * 64 / 255 - 23 : usable - 35;
    if (length <= most) {
      return (int) Math.max(0, length);
    }
    int least = (usable - 12) * 32 / 255 - 23;
    long size = least + (length - least) % (usable - 4);
    return (int) (size <= most ? size : least);
  }
}
