package dev.cordon.kernel.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The layout of a log's static files (C2SP tlog-tiles): paths, tiles and entry bundles. */
public final class Tiles {

  /** How many hashes or entries a full tile or bundle holds. */
  public static final int WIDTH = 256;

  /** How many levels of the tree one level of tiles spans. */
  public static final int HEIGHT = 8;

  /** The largest entry: its length is written in 16 bits. */
  public static final int LARGEST_ENTRY_BYTES = 65_535;

  /** The name of the checkpoint's file. */
  public static final String CHECKPOINT = "checkpoint";

  /** The folder of the checkpoints kept from before, each named by its size. */
  public static final String KEPT = "checkpoints";

  /** The folder of all tiles. */
  static final String FOLDER = "tile";

  /** What follows a tile's path when it is partial: a folder of its widths. */
  static final String PARTIAL = ".p/";

  private Tiles() {}

  /**
   * The path of a tile.
   *
   * @param width how many hashes it holds; fewer than {@link #WIDTH} is a partial tile
   */
  public static String tilePath(int level, long index, int width) {
    return FOLDER + "/" + level + "/" + number(index) + suffix(width);
  }

  /** The path of a bundle of entries. */
  public static String entriesPath(long index, int width) {
    return FOLDER + "/entries/" + number(index) + suffix(width);
  }

  /** How many tile levels a tree of that size has. */
  public static int levels(long size) {
    int levels = 0;
    for (long nodes = size; nodes > 0; nodes >>>= HEIGHT) {
      levels++;
    }
    return levels;
  }

  /** The entries as a bundle: each after its length. */
  public static byte[] bundle(List<byte[]> entries) {
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      bundle.write(entry.length >>> Byte.SIZE);
      bundle.write(entry.length);
      bundle.writeBytes(entry);
    }
    return bundle.toByteArray();
  }

  /**
   * The first entries of a bundle.
   *
   * @throws ProofException when it holds fewer, or ends inside one
   */
  public static List<byte[]> entries(byte[] bundle, int count) {
    int[] begins = begins(bundle, count);
    List<byte[]> entries = new ArrayList<>(count);
    for (int number = 0; number < count; number++) {
      entries.add(
          Arrays.copyOfRange(
              bundle, begins[number], begins[number] + length(bundle, begins[number])));
    }
    return entries;
  }

  /**
   * Where the first entries of a bundle begin, after their lengths; and after them where the last
   * one ends.
   *
   * @throws ProofException when it holds fewer, or ends inside one
   */
  static int[] begins(byte[] bundle, int count) {
    int[] begins = new int[count + 1];
    int at = 0;
    for (int number = 0; number < count; number++) {
      int begin = at + Short.BYTES;
      if (begin > bundle.length || begin + length(bundle, begin) > bundle.length) {
        throw new ProofException(
            Check.LENGTH, "the bundle ends inside entry " + number + " of " + count);
      }
      begins[number] = begin;
      at = begin + length(bundle, begin);
    }
    begins[count] = at;
    return begins;
  }

  /** The length of the entry that begins there, which stands before it. */
  static int length(byte[] bundle, int begin) {
    return Byte.toUnsignedInt(bundle[begin - 2]) << Byte.SIZE
        | Byte.toUnsignedInt(bundle[begin - 1]);
  }

  private static String number(long index) {
    String path = String.format(Locale.ROOT, "%03d", index % 1000);
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path = String.format(Locale.ROOT, "x%03d/", rest % 1000) + path;
    }
    return path;
  }

  private static String suffix(int width) {
    if (width < 1 || width > WIDTH) {
      throw new IllegalArgumentException("a tile holds 1 to " + WIDTH + ", not " + width);
    }
    return width == WIDTH ? "" : PARTIAL + width;
  }
}
